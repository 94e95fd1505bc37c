import Arguments
import Records
import Text

/// A reader of the values on a command line.
///
/// A command reads everything that it needs and passes the readings to `readAll`, which returns all
/// values or throws all problems with them. A command therefore works only with valid values, and
/// the user sees every problem at once.
struct ValueReader {
  let arguments: ParsedArguments
  let world: World

  init(_ arguments: ParsedArguments, _ world: World) {
    self.arguments = arguments
    self.world = world
  }

  /// Reads the value of a flag; nil if it was not given.
  func value<Value>(
    of option: OptionDefinition, _ read: (String) -> Reading<Value>
  ) -> Reading<Value?> {
    arguments.value(of: option).optionally(read)
  }

  /// Reads a date.
  func date(_ option: OptionDefinition) -> Reading<CalendarDate?> {
    value(of: option) { text in
      .of(
        CalendarDate(text), else: "“\(text)” is not a valid date",
        remedy: "write a date that exists, as YYYY-MM-DD: \(option.flag) 2026-01-31")
    }
  }

  /// Reads a date that is not in the future.
  func pastDate(_ option: OptionDefinition) -> Reading<CalendarDate?> {
    date(option).flatMap { date in
      date.map { notInFuture($0).map(Optional.some) } ?? .success(nil)
    }
  }

  /// Returns the date if it is not in the future.
  func notInFuture(_ date: CalendarDate) -> Reading<CalendarDate> {
    let problem = Self.problem(withFuture: date, today: world.today())
    return problem.map(Reading.refused) ?? .success(date)
  }

  /// Returns the problem with a date in the future; nil for any other date.
  static func problem(withFuture date: CalendarDate, today: CalendarDate) -> Diagnostic? {
    guard date > today else { return nil }
    return Diagnostic("\(date) is in the future: today is \(today)", remedy: "check the year")
  }

  /// Reads a time that is not in the future; a date means its last second in Coordinated Universal
  /// Time, and may be the current one.
  func pastMoment(_ option: OptionDefinition) -> Reading<Timestamp?> {
    value(of: option) { text in
      let date = CalendarDate(text)
      let moment = Reading.of(
        Timestamp(text) ?? date.map(Timestamp.init(endOf:)),
        else: "“\(text)” is not a valid date and time",
        remedy: "write YYYY-MM-DDThh:mm:ssZ in UTC, or a date: \(option.flag) 2026-03-31")
      let now = world.now()
      return moment.flatMap { moment in
        let isPast = date.map { $0 <= max(world.today(), now.date) } ?? (moment <= now)
        return isPast
          ? .success(moment)
          : .wrong(
            "\(option.flag): \(text) is in the future: it is \(now) now",
            remedy: "leave it out to see everything that is recorded")
      }
    }
  }

  /// Reads the participant's id.
  func participantID() -> Reading<ParticipantID> {
    participantID(arguments.requiredValue(of: .participant))
  }

  /// Reads a participant's id from a text.
  func participantID(_ text: String) -> Reading<ParticipantID> {
    .of(
      ParticipantID(rawValue: text), else: "“\(text)” is not a valid participant id",
      remedy: ParticipantID.problem(with: text))
  }

  /// Reads a number.
  /// - Parameters:
  ///   - lowest: the lowest allowed number.
  ///   - limit: the exclusive upper limit.
  ///   - name: the description of the number in the message.
  ///   - remedy: the remedy in the message; default: the flag's synopsis.
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

  /// Reads one of the choices; nil if the flag was not given.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: OptionDefinition
  ) -> Choice? {
    let text = arguments.value(of: option)
    return Choice.allCases.first { $0.rawValue == text }
  }

  /// Reads a text for the store, in which a line ending would split a line.
  func text(_ option: OptionDefinition) -> Reading<String?> {
    value(of: option) { Self.line($0, of: option) }
  }

  /// Reads the text of a flag that the command requires.
  func requiredText(_ option: OptionDefinition) -> Reading<String> {
    Self.line(arguments.requiredValue(of: option), of: option)
  }

  private static func line(_ text: String, of option: OptionDefinition) -> Reading<String> {
    if VisibleText.holdsHidden(text) {
      return .wrong(
        "\(option.flag) contains a line ending or another control character",
        remedy: "write it as one line")
    }
    if text.allSatisfy(\.isWhitespace) {
      return .wrong(
        "\(option.flag) contains nothing but spaces", remedy: "write \(option.synopsis)")
    }
    return .success(text)
  }

  /// Reads the values of a flag in the form `NAME=VALUE`, as one reading each.
  func assignments(_ option: OptionDefinition) -> [Reading<(name: String, value: String)>] {
    arguments.values(of: option).map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count != 2 || parts[0].isEmpty {
        return .wrong("“\(text)” is missing a name or a value", remedy: "write \(option.synopsis)")
      }
      if Self.hasSeveralAssignments(text) {
        return .wrong(
          "“\(text)” is unclear: it may be one value or several",
          remedy: "give one at a time: "
            + text.split(separator: ",").map { "\(option.flag) \($0)" }.joined(separator: " "))
      }
      return .success((String(parts[0]), String(parts[1])))
    }
  }

  /// Returns true if another `NAME=` follows a comma.
  private static func hasSeveralAssignments(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).dropFirst().contains { part in
      let name = part.prefix { $0 != "=" }
      return name.count < part.count && name.contains { $0 != " " }
        && name.allSatisfy { $0.isLetter || $0.isNumber || " _-".contains($0) }
    }
  }

  /// Returns a problem with a combination of flags if `isWrong`, otherwise nothing.
  func refuse(
    if isWrong: Bool, _ message: @autoclosure () -> String, remedy: @autoclosure () -> String
  ) -> Reading<Void> {
    isWrong ? .wrong(message(), remedy: remedy()) : .success(())
  }
}
