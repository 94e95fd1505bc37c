import Arguments
import Records
import Text

/// Reads the values of a command line.
///
/// A command reads everything that it needs and hands the readings to `readAll`, which gives all of
/// the values or says everything that is wrong with them. So a command works with whole values
/// only, and a person hears of every problem at once.
struct ValueReader {
  let arguments: ParsedArguments
  let world: World

  init(_ arguments: ParsedArguments, _ world: World) {
    self.arguments = arguments
    self.world = world
  }

  /// The value of a flag; nil where it was not given.
  func value<Value>(
    of option: OptionDefinition, _ read: (String) -> Reading<Value>
  ) -> Reading<Value?> {
    arguments.value(of: option).map { read($0).map(Optional.some) } ?? .success(nil)
  }

  /// The day that a flag names.
  func date(_ option: OptionDefinition) -> Reading<CalendarDate?> {
    value(of: option) { text in
      .of(
        CalendarDate(text), else: "“\(text)” is not a valid date",
        remedy: "a day that exists, as YYYY-MM-DD: \(option.flag) 2026-01-31")
    }
  }

  /// The day that a flag names, which is not in the future.
  func pastDate(_ option: OptionDefinition) -> Reading<CalendarDate?> {
    date(option).flatMap { date in
      date.map { notInFuture($0).map(Optional.some) } ?? .success(nil)
    }
  }

  /// A day that is not in the future.
  func notInFuture(_ date: CalendarDate) -> Reading<CalendarDate> {
    let today = world.today()
    guard date > today else { return .success(date) }
    return .refused(
      Diagnostic("\(date) is in the future: today is \(today)", remedy: "check the year"))
  }

  /// The moment that a flag names, a day meaning its last second in Coordinated Universal Time.
  func moment(_ option: OptionDefinition) -> Reading<Timestamp?> {
    value(of: option) { text in
      .of(
        Timestamp(text) ?? CalendarDate(text).map(Timestamp.init(endOf:)),
        else: "“\(text)” is not a valid moment",
        remedy: "YYYY-MM-DDThh:mm:ssZ in UTC, or a day: \(option.flag) 2026-03-31")
    }
  }

  /// The participant's id.
  func participantID() -> Reading<ParticipantID> {
    participantID(arguments.requiredValue(of: .participant))
  }

  /// The id of a participant that was typed somewhere else.
  func participantID(_ text: String) -> Reading<ParticipantID> {
    .of(
      ParticipantID(rawValue: text), else: "“\(text)” cannot be a participant's id",
      remedy: ParticipantID.problem(with: text))
  }

  /// The number that a flag gives.
  /// - Parameters:
  ///   - lowest: the least number that makes sense.
  ///   - limit: makes no sense itself, nor does any number above it.
  ///   - name: what the number is, for the message.
  ///   - remedy: what would be right; the flag's synopsis by default.
  func number(
    _ option: OptionDefinition, from lowest: Double = -.infinity, below limit: Double = .infinity,
    named name: String = "valid number", remedy: String? = nil
  ) -> Reading<Double?> {
    value(of: option) { text in
      .of(
        DecimalText.parse(typed: text).flatMap { lowest <= $0 && $0 < limit ? $0 : nil },
        else: "“\(text)” is not a \(name)", remedy: remedy ?? "write \(option.synopsis)")
    }
  }

  /// What a flag chooses; nil where it was not given.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: OptionDefinition
  ) -> Choice? {
    let text = arguments.value(of: option)
    return Choice.allCases.first { $0.rawValue == text }
  }

  /// A text that goes into the store, where a line end would break a line in two.
  func text(_ option: OptionDefinition) -> Reading<String?> {
    value(of: option) { Self.line($0, of: option) }
  }

  /// The text of a flag that the command requires.
  func requiredText(_ option: OptionDefinition) -> Reading<String> {
    Self.line(arguments.requiredValue(of: option), of: option)
  }

  private static func line(_ text: String, of option: OptionDefinition) -> Reading<String> {
    if VisibleText.holdsHidden(text) {
      return .wrong(
        "\(option.flag) holds a line end or another control character",
        remedy: "write it as one line")
    }
    if text.allSatisfy(\.isWhitespace) {
      return .wrong(
        "\(option.flag) holds nothing but spaces", remedy: "write \(option.synopsis)")
    }
    return .success(text)
  }

  /// The values of a flag that have the form `NAME=VALUE`, one reading each.
  func assignments(_ option: OptionDefinition) -> [Reading<(name: String, value: String)>] {
    arguments.values(of: option).map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count != 2 || parts[0].isEmpty {
        return .wrong("“\(text)” names no value", remedy: "write \(option.synopsis)")
      }
      if Self.holdsSeveral(text) {
        return .wrong(
          "“\(text)” is unclear: it may be one value or several",
          remedy: "give one at a time: "
            + text.split(separator: ",").map { "\(option.flag) \($0)" }.joined(separator: " "))
      }
      return .success((String(parts[0]), String(parts[1])))
    }
  }

  /// Whether another `NAME=` stands behind a comma.
  private static func holdsSeveral(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).dropFirst().contains { part in
      let name = part.prefix { $0 != "=" }
      return name.count < part.count && name.contains { $0 != " " }
        && name.allSatisfy { $0.isLetter || $0.isNumber || " _-".contains($0) }
    }
  }

  /// Nothing, or what is wrong with the flags taken together.
  func refuse(
    if isWrong: Bool, _ message: @autoclosure () -> String, remedy: @autoclosure () -> String
  ) -> Reading<Void> {
    isWrong ? .wrong(message(), remedy: remedy()) : .success(())
  }
}
