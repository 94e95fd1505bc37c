import Records
import Text

/// The result of verifying the seals of the store files.
package struct SealReport: Sendable {
  /// The result for one file.
  struct File: Sendable {
    let file: StoreFile
    /// The name of the file.
    let name: String
    /// The lines that are not properly sealed and were not accepted.
    let faults: [SealFault]
    /// The faults to report: those that are not a consequence of others.
    let reportedFaults: [SealFault]
    /// The last seal in the file.
    let last: Seal?
    /// The noted seals that are in the file, in properly sealed lines.
    let found: Set<Seal>
    /// The lines about the file itself that are properly sealed or accepted, in order.
    let events: [NumberedLine<FileEvent>]
  }

  /// The files in the order of `StoreFile.allCases`.
  let files: [File]
  let noted: [NotedSeal]

  /// The word for a file without seals.
  static let none = "none"

  /// The last seals of both files as one word to write down: `participants-scores`.
  package var word: String {
    files.map { $0.last?.description ?? Self.none }.joined(separator: "-")
  }

  /// Every problem with its location; empty if all lines are sealed or accepted and all noted seals
  /// were found.
  package var diagnostics: [Diagnostic] {
    let faults = files.flatMap { file in
      file.reportedFaults.map { $0.diagnostic(file: file.name, isWithoutSeals: file.last == nil) }
    }
    return (faults + missingSeals).inOrderOfPlaces()
  }

  /// The noted seals that are in no file, in words.
  package var missingSeals: [Diagnostic] { noted.filter { !isFound($0) }.map(missing) }

  /// The lines of history that accept everything that is not properly sealed.
  /// - Returns: for each line, its file, the place of the lines that it accepts, and its text.
  package func acceptances(reason: String) -> [(file: StoreFile, place: String, text: String)] {
    files.flatMap { file in
      file.faults.map { fault in
        let text = Acceptance.text(
          place: fault.place, digest: fault.digest.description, reason: reason)
        return (file.file, fault.place, text)
      }
    }
  }

  /// Notes for the user about lines that were sealed late or set aside.
  package var notes: [Diagnostic] {
    files.flatMap { file in
      file.events.filter { [.migrate, .quarantine].contains($0.value.action) }.map { line in
        Diagnostic(
          "on \(line.value.recordedAt.date) \(line.value.recordedBy) \(Acceptance.withoutDigest(line.value.text))",
          at: SourceLocation(file: file.name, line: line.number))
      }
    }
  }

  private func isFound(_ noted: NotedSeal) -> Bool {
    files.contains {
      (noted.file == nil || noted.file == $0.file) && $0.found.contains(noted.seal)
    }
  }

  private func missing(_ noted: NotedSeal) -> Diagnostic {
    let file = files.first { $0.file == noted.file }?.name
    return Diagnostic(
      "\(file == nil ? "no file has the seal" : "there is no line with the seal")"
        + " \(noted.seal): lines were cut off or resealed after it was noted",
      at: file.map { SourceLocation(file: $0) },
      remedy: "restore the files from a backup with `outcomes restore`")
  }
}

extension SealReport.File {
  init(_ file: StoreFile, name: String, _ walk: SealWalk) {
    let all = walk.faults + walk.acceptances.faults(without: walk.faults)
    let isOpen = all.map { !walk.acceptances.accept($0) }
    faults = zip(all, isOpen).filter(\.1).map(\.0)
    reportedFaults = faults.filter { fault in fault.consequenceOf.map { !isOpen[$0] } ?? true }
    self.file = file
    self.name = name
    last = walk.last
    // Lines that a person has accepted are trusted like sealed lines.
    let accepted = zip(all, isOpen).filter { !$0.1 }.map(\.0)
    found = accepted.reduce(walk.found) { $0.union($1.seals) }
    events = (walk.events + accepted.flatMap(walk.events)).sorted { $0.number < $1.number }
  }
}

extension SealReport {
  /// Returns the diagnostics of lines that never had seals.
  /// - Throws: all diagnostics, if any line differs from what was sealed.
  package func unlessBroken() throws(Problems) -> [Diagnostic] {
    let isBroken = files.contains { $0.reportedFaults.contains { $0.kind != .unsealed } }
    guard !isBroken else { throw Problems(diagnostics) }
    return diagnostics
  }

  /// The files whose lines are all unsealed, as they were written before seals existed.
  package var unsealedFiles: [StoreFile] {
    files.filter { !$0.reportedFaults.isEmpty && $0.last == nil }.map(\.file)
  }

  /// The names of files with some sealed lines and others that are neither sealed nor accepted.
  package var partlySealedFiles: [String] {
    files.filter { !$0.reportedFaults.isEmpty && $0.last != nil }.map(\.name)
  }
}

/// A seal that a person wrote down, to find out later whether the file was rewritten.
package struct NotedSeal: Sendable, Hashable {
  package let seal: Seal
  /// The file it was noted from; nil if that was not given.
  package let file: StoreFile?

  /// Parses the seals in a text: the format of `SealReport.word`, or one seal; nil for anything
  /// else.
  package static func parse(_ text: String) -> [NotedSeal]? {
    if let seal = Seal(text) { return [NotedSeal(seal: seal, file: nil)] }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == StoreFile.allCases.count else { return nil }
    var noted: [NotedSeal] = []
    for (part, file) in zip(parts, StoreFile.allCases) where part != SealReport.none {
      guard let seal = Seal(part) else { return nil }
      noted.append(NotedSeal(seal: seal, file: file))
    }
    return noted
  }
}
