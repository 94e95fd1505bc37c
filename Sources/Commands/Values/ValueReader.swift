import Arguments
import Records
import Text

/// Reads the values of a command line one after the other and collects what is wrong with any of
/// them, so that a person hears of everything at once.
struct ValueReader {
  let arguments: ParsedArguments
  /// What is wrong with the command line itself.
  private(set) var problems: [Diagnostic] = []
  /// What the program's data says no to.
  private var refusals: [Diagnostic] = []

  init(_ arguments: ParsedArguments) {
    self.arguments = arguments
  }

  /// Whether anything was wrong so far.
  var hasProblems: Bool { !problems.isEmpty || !refusals.isEmpty }

  /// Adds what the program's data says no to.
  mutating func refuse(_ diagnostics: [Diagnostic]) {
    refusals += diagnostics
  }

  /// Adds a problem with the command line itself.
  mutating func report(_ message: String, remedy: String? = nil) {
    problems.append(Diagnostic(message, remedy: remedy))
  }

  /// The day that a flag names, nil where it was not given.
  mutating func date(_ option: OptionDefinition) -> CalendarDate? {
    guard let text = arguments.value(of: option) else { return nil }
    if let date = CalendarDate(text) { return date }
    report(
      "“\(text)” is not a valid date",
      remedy: "a day that exists, as YYYY-MM-DD: \(option.flag) 2026-01-31")
    return nil
  }

  /// The moment that a flag names, a day meaning its last second in Coordinated Universal Time; nil
  /// where it was not given.
  mutating func moment(_ option: OptionDefinition) -> Timestamp? {
    guard let text = arguments.value(of: option) else { return nil }
    if let moment = Timestamp(text) ?? CalendarDate(text).map(Timestamp.init(endOf:)) {
      return moment
    }
    report(
      "“\(text)” is not a valid moment",
      remedy: "YYYY-MM-DDThh:mm:ssZ in UTC, or a day: \(option.flag) 2026-03-31")
    return nil
  }

  /// A participant's id; nil where the text cannot be one.
  mutating func participantID() -> ParticipantID? {
    let text = arguments.requiredValue(of: .participant)
    if let problem = ParticipantID.problem(with: text) {
      report("“\(text)” cannot be a participant's id", remedy: problem)
    }
    return ParticipantID(rawValue: text)
  }

  /// A text that goes into the store, where a line end would break a line in two.
  mutating func text(_ option: OptionDefinition) -> String {
    let text = arguments.value(of: option) ?? ""
    if VisibleText.holdsHidden(text) {
      report(
        "\(option.flag) holds a line end or another control character",
        remedy: "write it as one line")
    } else if !text.isEmpty, text.allSatisfy(\.isWhitespace) {
      report("\(option.flag) holds nothing but spaces", remedy: "write \(option.synopsis)")
    }
    return text
  }

  /// Values of the form `NAME=VALUE`.
  mutating func assignments(_ option: OptionDefinition) -> [(name: String, value: String)] {
    var assignments: [(name: String, value: String)] = []
    for text in arguments.values(of: option) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count != 2 || parts[0].isEmpty {
        report("“\(text)” names no value", remedy: "write \(option.synopsis)")
      } else if Self.holdsSeveral(text) {
        report(
          "“\(text)” is unclear: it may be one value or several",
          remedy: "give one at a time: "
            + text.split(separator: ",").map { "\(option.flag) \($0)" }.joined(separator: " "))
      } else {
        assignments.append((String(parts[0]), String(parts[1])))
      }
    }
    return assignments
  }

  /// Whether another `NAME=` stands behind a comma.
  private static func holdsSeveral(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).dropFirst().contains { part in
      let name = part.prefix { $0 != "=" }
      return name.count < part.count && name.contains { $0 != " " }
        && name.allSatisfy { $0.isLetter || $0.isNumber || " _-".contains($0) }
    }
  }

  /// Refuses a name that the program does not know.
  /// - Parameter kind: what is named, such as `timepoint`.
  mutating func refuseUnknown(_ kind: String, _ name: String, known: [String]) {
    let all = known.isEmpty ? "it has none" : "it has: \(known.joined(separator: ", "))"
    refuse([
      Diagnostic(
        "this program has no \(kind) “\(name)”",
        remedy: NearMiss.suggestion(for: name, among: known) ?? all)
    ])
  }

  /// Ends the reading: refuses where anything was wrong.
  func finish() throws(Refusal) {
    guard !hasProblems else {
      throw Refusal(problems.isEmpty ? .refused : .wrongCommandLine, problems + refusals)
    }
  }
}
