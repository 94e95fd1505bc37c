import Records
import Text

extension ProgramFolder {
  /// Verifies the chains of seals in both files.
  /// - Parameters:
  ///   - noted: seals that must be found.
  ///   - threads: the number of pieces of a file that are read at the same time.
  ///   - pieceSize: the bytes of a piece; tests make it small.
  /// - Throws: the problems that keep the files from being read at all.
  package func verifySeals(
    _ settings: ProgramSettings, noted: [NotedSeal] = [], threads: Int,
    pieceSize: Int = LinePieces.usualSize
  ) async throws(Problems) -> SealReport {
    let open = try OpenStore(self, settings)
    defer { open.close() }
    let wanted = Set(noted.map(\.seal))
    let place = SealPlace(settings.store)
    var found: [SealReport.File] = []
    for (file, open) in [(StoreFile.participants, open.participants), (.scores, open.scores)] {
      var walk = SealWalk(file, settings, firstLine: open.firstLine, noted: wanted)
      // An incomplete last line was never acknowledged, and is reported by its readers.
      try await open.forEachPiece(threads: threads, pieceSize: pieceSize) { bytes, lines in
        SealPiece(bytes, lines, place, noted: wanted)
      } add: { piece, _ in
        walk.add(piece)
        return piece.lineCount
      }
      walk.finish()
      found.append(SealReport.File(file, name: open.name, walk))
    }
    return SealReport(files: found, noted: noted)
  }
}
