import Records
import Text

extension ProgramFolder {
  /// Returns a finding if the header of a file matches the schema except for changes made by
  /// spreadsheet programs.
  /// - Parameter header: the first line without its line feed.
  /// - Returns: nil if the header is wrong in another way.
  func spreadsheetFinding(
    _ file: StoreFile, header: [UInt8], _ settings: ProgramSettings
  ) -> Diagnostic? {
    var traces = SpreadsheetTraces(
      file: file.name(settings.store), format: settings.store, schema: file.schema(settings),
      separator: LooseFields.separator(of: header), knownIDs: idsOutside(file, settings))
    guard traces.addHeader(header) else { return nil }
    for (index, line) in firstLines(of: file, settings).enumerated().dropFirst() {
      traces.add(line, number: index + 1)
    }
    return traces.diagnostic
  }

  /// Returns the problems, with those of a file that a spreadsheet program saved combined into one
  /// finding. If that is the participants file, nothing can be said about the scores yet, so their
  /// problems are left out.
  /// - Parameter problems: the problems, each with the text of its line.
  package func recognizingSpreadsheets(
    in problems: [Diagnostic], _ settings: ProgramSettings
  ) -> [Diagnostic] {
    let participants = spreadsheetFinding(.participants, problems: problems, settings)
    let scores = spreadsheetFinding(.scores, problems: problems, settings)
    let hidden: [StoreFile] =
      participants == nil ? (scores == nil ? [] : [.scores]) : StoreFile.allCases
    let names = hidden.map { $0.name(settings.store) }
    return [participants, scores].compactMap { $0 }
      + problems.filter { !names.contains($0.location?.file ?? "") }
  }

  private func spreadsheetFinding(
    _ file: StoreFile, problems: [Diagnostic], _ settings: ProgramSettings
  ) -> Diagnostic? {
    let name = file.name(settings.store)
    var lines: [Int: String] = [:]
    for problem in problems where problem.location?.file == name {
      if let line = problem.location?.line, let text = problem.excerpt { lines[line] = text }
    }
    guard !lines.isEmpty else { return nil }
    var traces = SpreadsheetTraces(
      file: name, format: settings.store, schema: file.schema(settings),
      knownIDs: idsOutside(file, settings))
    for (number, text) in lines.sorted(by: { $0.key < $1.key }) {
      traces.add(Array(text.utf8), number: number)
    }
    return traces.areConvincing ? traces.diagnostic : nil
  }

  /// The participant ids in the other store file; empty for JSON Lines, where an id is text and
  /// keeps its zeros.
  private func idsOutside(_ file: StoreFile, _ settings: ProgramSettings) -> Set<String> {
    guard settings.store == .csv else { return [] }
    let other: StoreFile = file == .participants ? .scores : .participants
    let lines = firstLines(of: other, settings)
    let separator = LooseFields.separator(of: lines.first ?? [])
    return Set(lines.dropFirst().compactMap { LooseFields.split($0, separator: separator).first })
  }

  /// The lines at the start of a file, enough to recognize what happened to it; empty if it cannot
  /// be read, which is reported elsewhere.
  private func firstLines(of file: StoreFile, _ settings: ProgramSettings) -> [[UInt8]] {
    guard let handle = try? files.open(path(of: file.name(settings.store)), .reading) else {
      return []
    }
    defer { files.close(handle) }
    let size = (try? files.size(handle)) ?? 0
    let bytes = (try? files.read(handle, from: 0, count: min(size, 1 << 20), spare: 0)) ?? []
    return bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
      .dropLast().map(Array.init)
  }
}
