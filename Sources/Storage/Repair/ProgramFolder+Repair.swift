import Records
import Text

extension ProgramFolder {
  /// Mends what needs no judgment in both files of the store, and deletes nothing: what spreadsheet
  /// programs put around the lines is taken out, a whole last line without its end gets it, a torn
  /// one is set aside. With a reason, damaged lines among the others are set aside too. While it
  /// does, nobody else writes.
  /// - Parameters:
  ///   - moment: now, for the names of what is kept in `recovered/`.
  ///   - stamp: when, by whom and why damaged lines are set aside; nil where they are to stay.
  ///   - waiting: is called once when somebody else has been writing for a second.
  /// - Returns: what was done, in its order.
  /// - Throws: what the disk refuses, after what was done before.
  package func repair(
    _ program: Program, at moment: Timestamp, settingAside stamp: Quarantine.Stamp? = nil,
    waiting: () -> Void
  ) throws(Problems) -> [StoreNotice] {
    try alone(waiting: waiting) { () throws(Problems) in
      var done: [StoreNotice] = []
      do throws(Problems) {
        try settlePendingSettings()
        for file in StoreFile.allCases {
          // Whatever else stands there, or nothing, is for a person to judge.
          let place = try explained { () throws(FileError) in
            try files.status(path(of: file.name(program.settings.store)))
          }
          guard place?.kind == .file else { continue }
          if let notice = try mendLineEnds(of: file, program.settings, at: moment) {
            done.append(notice)
          }
          if let notice = try mendLastLine(of: file, program, at: moment) { done.append(notice) }
          if let stamp {
            let quarantine = Quarantine(folder: self, program: program, file: file, stamp: stamp)
            let damaged = try quarantine.damagedLines()
            if !damaged.isEmpty { done += try quarantine.setAside(damaged) }
          }
        }
      } catch {
        throw Problems(
          done.map(\.diagnostic) + (done.isEmpty ? error.diagnostics : error.afterAPart))
      }
      return done
    }
  }
}
