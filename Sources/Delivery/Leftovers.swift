import Foundation

/// What a run that was killed leaves behind, and what ends a run of many deliveries.
public enum Leftovers {
  /// Removes the temporary files in `folder`, which has to be this run's alone.
  public static func remove(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(".foxp3-") && name.hasSuffix(".partial") {
      OutputFile.remove(folder + "/" + name)
    }
  }

  /// Forces all that was written to the disk (sync(2)): once for a run of many deliveries, where
  /// forcing each file would take longer than all the rest.
  public static func synchronise() { sync() }
}
