import Records
import Text

/// What verifying the seals of a store's files came to.
package struct SealReport: Sendable {
  /// What was found in one file.
  struct File: Sendable {
    let file: StoreFile
    /// The file's name.
    let name: String
    /// What is not sealed as it should be and was not accepted.
    let faults: [SealFault]
    /// What of it is to be said: no consequences of other faults.
    let said: [SealFault]
    /// The last seal in the file.
    let last: Seal?
    /// Those of the noted seals that stand in the file as they should.
    let found: Set<Seal>
    /// The lines about the file itself that are sealed as they should be, or accepted, in their
    /// order.
    let events: [NumberedLine<FileEvent>]
  }

  /// The files in the order of `StoreFile.allCases`.
  let files: [File]
  let noted: [NotedSeal]

  /// What a word says of a file without seals.
  static let none = "none"

  /// The last seals of both files as one word to write down: `participants-scores`.
  package var word: String {
    files.map { $0.last?.description ?? Self.none }.joined(separator: "-")
  }

  /// Every problem with its place; empty where all lines are sealed, or accepted, and all noted
  /// seals were found.
  package var diagnostics: [Diagnostic] {
    let said = files.flatMap { file in
      file.said.map { $0.diagnostic(file: file.name, isWithoutSeals: file.last == nil) }
    }
    return (said + missingSeals).inOrderOfPlaces()
  }

  /// The noted seals that no file holds, in words.
  package var missingSeals: [Diagnostic] { noted.filter { !isFound($0) }.map(missing) }

  /// The lines of history that accept everything which is not sealed as it should be.
  /// - Returns: for each, its file, which lines it accepts, and its text.
  package func acceptances(reason: String) -> [(file: StoreFile, place: String, text: String)] {
    files.flatMap { file in
      file.faults.map { fault in
        let text = Acceptance.text(
          place: fault.place, digest: fault.digest.description, reason: reason)
        return (file.file, fault.place, text)
      }
    }
  }

  /// What a person should still know of lines that were sealed late or set aside.
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
    said = faults.filter { fault in fault.consequenceOf.map { !isOpen[$0] } ?? true }
    self.file = file
    self.name = name
    last = walk.last
    // What a person has accepted is believed like what is sealed.
    let accepted = zip(all, isOpen).filter { !$0.1 }.map(\.0)
    found = accepted.reduce(walk.found) { $0.union($1.seals) }
    events = (walk.events + accepted.flatMap(walk.events)).sorted { $0.number < $1.number }
  }
}

extension SealReport {
  /// Gives what is to be said of lines without seals, which are as they always were.
  /// - Throws: all findings, where any line is another than was sealed.
  package func unlessBroken() throws(Problems) -> [Diagnostic] {
    let isBroken = files.contains { $0.said.contains { $0.kind != .unsealed } }
    guard !isBroken else { throw Problems(diagnostics) }
    return diagnostics
  }

  /// The files that have lines and none of them sealed, as they were written before there were
  /// seals.
  package var unsealedFiles: [StoreFile] {
    files.filter { !$0.said.isEmpty && $0.last == nil }.map(\.file)
  }

  /// The names of files in which some lines are sealed, and others are not and were never accepted.
  package var partlySealedFiles: [String] {
    files.filter { !$0.said.isEmpty && $0.last != nil }.map(\.name)
  }
}

/// A seal that a person wrote down, to find out later whether the file was rewritten since.
package struct NotedSeal: Sendable, Hashable {
  package let seal: Seal
  /// The file it was noted of; nil where that was not said.
  package let file: StoreFile?

  /// The seals in a text: what `SealReport.word` gives, or one seal; nil for anything else.
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
