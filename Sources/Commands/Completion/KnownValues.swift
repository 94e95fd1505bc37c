import Arguments
import Instruments
import Records

/// The values that the program has for a hint. It reads without the lock, and finds nothing where
/// something cannot be read.
struct KnownValues {
  private let arguments: ParsedArguments
  private let open: OpenProgram?

  /// - Parameter arguments: what is typed already, which may name the program.
  init(_ arguments: ParsedArguments, _ world: World) {
    self.arguments = arguments
    open = try? OpenProgram(ValueReader(arguments, world))
  }

  /// Returns the candidates for a hint, in the order in which a shell should show them.
  /// - Parameter typed: the part of the word that is typed already.
  func candidates(for hint: CompletionHint, typed: String) -> [CompletionCandidate] {
    switch hint {
    case .none, .file, .directory, .commandName: []
    case .participant: people(includesWithdrawn: true)
    case .activeParticipant: people(includesWithdrawn: false)
    case .timepoint:
      timepoints.map { CompletionCandidate($0.id.rawValue, note: "day \($0.day)") }
    case .instrument: (open?.program.instruments ?? []).map(\.candidate)
    case .instrumentOrFile:
      (BuiltInInstruments.all + ((try? open?.folder.ownInstruments()) ?? [])).map(\.candidate)
    case .attribute: attributes.map { CompletionCandidate($0) }
    case .attributeValue: assignments(typed: typed)
    case .groupValue:
      arguments.value(of: .by).map { values(of: $0).map { CompletionCandidate($0) } } ?? []
    case .settingKey: settings.map { CompletionCandidate($0) }
    case .either(let hint, let words):
      candidates(for: hint, typed: typed) + words.map { CompletionCandidate($0) }
    }
  }

  private var timepoints: [Timepoint] { open?.program.timepoints ?? [] }

  private var attributes: [String] { open?.attributes ?? [] }

  private var participants: ParticipantColumns {
    let table = open.flatMap { try? $0.folder.participants($0.program) }
    return table ?? ParticipantColumns(attributes: attributes.count)
  }

  /// The participants by id, with their attributes: those who have not withdrawn, and after them
  /// those who have, if `includesWithdrawn`.
  private func people(includesWithdrawn: Bool) -> [CompletionCandidate] {
    let table = participants
    let enrolled = (0..<table.count).filter { table.states[$0] != .unenrolled }
      .map { (id: table.ids[$0], number: $0) }.sorted { $0.id < $1.id }
    let active = enrolled.filter { table.withdrawnOn[$0.number] == nil }
    let candidates = active.map { id, number in
      let values = attributes.indices.map { table.value(attribute: $0, participant: number) }
      return CompletionCandidate(id, note: values.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    guard includesWithdrawn else { return candidates }
    return candidates
      + enrolled.compactMap { id, number in
        table.withdrawnOn[number].map { CompletionCandidate(id, note: "withdrawn on \($0)") }
      }
  }

  /// `ATTRIBUTE=`, and after that `ATTRIBUTE=VALUE` for each value.
  private func assignments(typed: String) -> [CompletionCandidate] {
    guard let end = typed.firstIndex(of: "=") else {
      return attributes.map { CompletionCandidate($0 + "=") }
    }
    let name = String(typed[..<end])
    return values(of: name).map { CompletionCandidate("\(name)=\($0)") }
  }

  /// The values that participants have now, sorted.
  private func values(of attribute: String) -> [String] {
    guard let position = attributes.firstIndex(of: attribute) else { return [] }
    let table = participants
    let names = table.attributeNames[position]
    let codes = Set(
      (0..<table.count).filter { table.states[$0] != .unenrolled }
        .map { table.attributeValues[position][$0] })
    return codes.map { names[Int($0)] }.filter { !$0.isEmpty }.sorted()
  }

  private var settings: [String] {
    guard let settings = open?.program.settings else { return [] }
    return (ProgramSettings.lists + settings.changeablePaths).reduce(into: []) { known, path in
      if !known.contains(path) { known.append(path) }
    }
  }
}

extension Instrument {
  fileprivate var candidate: CompletionCandidate { CompletionCandidate(id.rawValue, note: title) }
}
