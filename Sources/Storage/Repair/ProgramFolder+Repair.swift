import Records
import Text

extension ProgramFolder {
  /// Repairs what needs no judgment in both files of the store, and deletes nothing: bytes that
  /// spreadsheet programs put around the lines are removed, the missing line ending of a complete
  /// last line is added, and an incomplete one is set aside. With a stamp, other damaged lines are
  /// set aside too. No other process can write in the meantime.
  /// - Parameters:
  ///   - moment: the current time, for the names of files in `recovered/`.
  ///   - stamp: when, by whom and why damaged lines are set aside; nil to leave them.
  ///   - waiting: called once if another process has been writing for a second.
  /// - Returns: what was done, in order.
  /// - Throws: any error of the disk, after the notices of what was done before it.
  package func repair(
    _ program: Program, at moment: Timestamp, settingAside stamp: Quarantine.Stamp? = nil,
    waiting: () -> Void
  ) throws(Problems) -> [StoreNotice] {
    try alone(waiting: waiting) { () throws(Problems) in
      var done: [StoreNotice] = []
      do throws(Problems) {
        try setUnfinishedEntriesAside(at: moment, &done)
        try settlePendingSettings()
        for file in StoreFile.allCases {
          // Anything else in its place, or nothing at all, needs a person's judgment.
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
