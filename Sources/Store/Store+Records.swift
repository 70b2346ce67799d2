import Flow
import Foundation
import GRDB
import Genome

extension Store {
  /// Writes what was said of a sample: all of it or nothing. The same sample of the same input on
  /// the same basis is written once, as the latest of its run dates has it.
  ///
  /// - Returns: The later run date whose record stays, so that nothing was written; else `nil`.
  @discardableResult
  public func record(_ sample: StoredSample) throws(StoreError) -> String? {
    try write { database in
      let latest = try String.fetchOne(
        database,
        sql: """
          SELECT max(run_date) FROM record WHERE sample = ? AND content_digest = ? AND tool = ?
            AND curated_table = ? AND evidence = ?
          """,
        arguments: Store.key(sample.sample, sample.contentDigest, sample.basis))
      if let latest, latest > sample.runDate { return latest }
      try database.execute(
        sql: """
          DELETE FROM record WHERE sample = ? AND content_digest = ? AND tool = ?
            AND curated_table = ? AND evidence = ?
          """,
        arguments: Store.key(sample.sample, sample.contentDigest, sample.basis))
      try Store.insert(sample, database)
      return nil
    }
  }

  /// What the store holds of a sample of this input on this basis; `nil` for nothing.
  public func held(
    _ sample: String, contentDigest: String, basis: StoredSample.Basis
  ) throws(StoreError) -> StoredSample? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM record WHERE sample = ? AND content_digest = ?
            AND tool = ? AND curated_table = ? AND evidence = ?
          """, arguments: Store.key(sample, contentDigest, basis)
      ).map { try StoredRow.sample($0, database) }
    }
  }

  /// The latest record of each input of each sample, by the sample's name, the latest of them last: by
  /// the day of the run, and of one day by the order of writing.
  /// Several inputs of one name are a person's, or those of two persons that share it.
  public func latest() throws(StoreError) -> [StoredSample] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM record AS own
          WHERE NOT EXISTS (
            SELECT 1 FROM record AS later
            WHERE later.sample = own.sample AND later.content_digest = own.content_digest
              AND (later.run_date, later.id) > (own.run_date, own.id))
          ORDER BY sample, run_date, id
          """)
      return try rows.map { try StoredRow.sample($0, database) }
    }
  }

  private static func key(
    _ sample: String, _ contentDigest: String, _ basis: StoredSample.Basis
  ) -> StatementArguments {
    [sample, contentDigest, basis.tool, basis.table, basis.evidence]
  }

  private static func insert(_ sample: StoredSample, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO record (sample, content_digest, tool, curated_table, evidence, run_date,
          has_case, input_name, sex, sex_source, conclusion, finding, completeness, lists_reference)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: key(sample.sample, sample.contentDigest, sample.basis) + [
        sample.runDate, sample.hasCase, sample.inputName, sample.sex.rawValue,
        sample.sexSource.rawValue, sample.conclusion, sample.finding, sample.completeness,
        sample.listsReference,
      ])
    let record = database.lastInsertedRowID
    for variant in sample.variants { try insert(variant, of: record, database) }
    for stretch in sample.proven {
      try database.execute(
        sql: "INSERT INTO proven (record_id, first, last) VALUES (?, ?, ?)",
        arguments: [record, stretch.start, stretch.end])
    }
  }

  private static func insert(
    _ variant: StoredVariant, of record: Int64, _ database: Database
  ) throws {
    let changes = [variant.change].compactMap { $0 } + variant.parts
    try database.execute(
      sql: """
        INSERT INTO variant (record_id, identifier, vrs_identifier, name, position, reference,
          alternate, assembly, change, class, class_source, criteria, points, zygosity, genotype,
          is_confirmed, restoring)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record, variant.identifier, variant.vrsIdentifier, variant.name,
        variant.spelling?.position, variant.spelling?.reference, variant.spelling?.alternate,
        variant.assembly.rawValue,
        String(decoding: try JSONEncoder().encode(changes), as: UTF8.self),
        variant.clinicalClass.rawValue, variant.source.rawValue,
        variant.criteria.joined(separator: ","), variant.points, variant.zygosity.rawValue,
        variant.genotype, variant.isConfirmed, variant.restoring?.joined(separator: ","),
      ])
  }
}
