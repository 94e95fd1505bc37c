import Text

/// The wording of the problems with a backup.
enum BackupProblem {
  /// A file that does not start like a backup.
  static func noBackup(_ path: String) -> Diagnostic {
    Diagnostic(
      "\(path) is not a backup", remedy: "name a file written by `outcomes backup`")
  }

  /// A backup that ends too early.
  static func cutOff(_ path: String) -> Diagnostic {
    damaged(path, "its end is missing")
  }

  /// A backup that differs from what was written.
  static func damaged(_ path: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "the backup \(path) is damaged: \(what)",
      remedy: "nothing was restored from it; use another backup")
  }

  /// An archive with contents that do not belong in a backup.
  static func foreign(_ path: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "\(path) is an archive, but not a backup: \(what)",
      remedy: "name a file written by `outcomes backup`; nothing was restored from this one")
  }

  /// A path where no program can be created.
  static func occupied(_ path: String, _ why: String) -> Diagnostic {
    Diagnostic(
      "could not restore into \(path): \(why)",
      remedy: "name a folder that does not exist yet, or an empty one; nothing was overwritten")
  }

  /// A path that is too long for the archive, or a file that is too large.
  static func tooLong(_ path: String, size: Int) -> Diagnostic {
    size < 1 << 33
      ? Diagnostic(
        "the name \(path) is too long for a backup", remedy: "give the file a shorter name")
      : Diagnostic("\(path) is too large for a backup: files must be smaller than 8 GB")
  }

  /// A program file whose name cannot be in a backup.
  static func unusualName(_ path: String) -> Diagnostic {
    Diagnostic(
      "the file \(path) cannot be in a backup: its name has a backslash or a control character",
      remedy: "rename the file")
  }
}
