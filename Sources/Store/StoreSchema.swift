/// The tables of a store. A reader takes every version up to this one as it is; a writer brings an older
/// store up to it first.
enum StoreSchema {
  static let version = 3

  static let text = """
    CREATE TABLE record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sample TEXT NOT NULL,
      content_digest TEXT NOT NULL,
      run_date TEXT NOT NULL,
      tool TEXT NOT NULL,
      curated_table TEXT NOT NULL,
      evidence TEXT NOT NULL,
      has_case INTEGER NOT NULL,
      input_name TEXT NOT NULL,
      sex TEXT NOT NULL,
      sex_source TEXT NOT NULL,
      conclusion TEXT,
      finding TEXT,
      completeness TEXT,
      lists_reference INTEGER,
      UNIQUE (sample, content_digest, tool, curated_table, evidence)
    );
    CREATE TABLE variant (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      vrs_identifier TEXT NOT NULL,
      name TEXT NOT NULL,
      position INTEGER,
      reference TEXT,
      alternate TEXT,
      assembly TEXT NOT NULL,
      change TEXT NOT NULL,
      class TEXT NOT NULL,
      class_source TEXT NOT NULL,
      criteria TEXT NOT NULL,
      points INTEGER,
      zygosity TEXT NOT NULL,
      genotype TEXT NOT NULL,
      is_confirmed INTEGER NOT NULL,
      restoring TEXT
    );
    CREATE INDEX variant_of_record ON variant (record_id);
    CREATE INDEX variant_by_identifier ON variant (identifier);
    CREATE TABLE proven (
      record_id INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    );
    CREATE INDEX proven_of_record ON proven (record_id);
    """

  /// What a store of each earlier version lacks, NULL in its records. Version 1 did not write down whether a
  /// source lists reference places, version 2 not what takes a frame shift back.
  static let steps = [
    1: "ALTER TABLE record ADD COLUMN lists_reference INTEGER",
    2: "ALTER TABLE variant ADD COLUMN restoring TEXT",
  ]
}
