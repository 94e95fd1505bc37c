import Text

/// The wording of what can be wrong with a line of a store's file.
struct LineProblem {
  let file: String
  let schema: LineSchema
  let format: LineFormat
  /// Line in the file, from 1.
  let line: Int
  /// The line's text as it stands in the file.
  let text: String

  /// A line whose fields could not be found.
  /// - Parameter column: bytes from the start of the line to the fault.
  func diagnostic(_ fault: LineFault, column: Int) -> Diagnostic {
    let (message, remedy) = words(fault.kind)
    return Diagnostic(
      message, at: SourceLocation(file: file, line: line, column: column + 1), excerpt: text,
      remedy: remedy)
  }

  /// A line whose value in one column makes no sense.
  /// - Parameters:
  ///   - value: the value as it stands there.
  ///   - column: bytes from the start of the line to the value.
  ///   - names: what could stand there, where it is one of a few names.
  ///   - detail: what the instrument says of the answers or the score.
  func diagnostic(
    _ fault: RowFault, value: String, column: Int, names: [String] = [],
    detail: [Diagnostic] = []
  ) -> Diagnostic {
    let (message, remedy) = words(fault, value: value, names: names)
    let details = detail.flatMap { [$0.message, $0.remedy].compactMap { $0 } }
    return Diagnostic(
      details.first ?? message,
      at: SourceLocation(file: file, line: line, column: column + 1), excerpt: text,
      remedy: details.isEmpty ? remedy : details.dropFirst().joined(separator: "; "))
  }

  private func words(_ kind: LineFault.Kind) -> (String, String) {
    switch kind {
    case .tooFewFields(let found, let expected):
      return ("this line has \(found) fields, \(expected) are needed", columns)
    case .tooManyFields(let expected):
      return ("this line has more than \(expected) fields", columns)
    case .unclosedQuote:
      return (
        "a quotation mark is not closed on this line", "a record ends where its line ends"
      )
    case .quoteInsideField:
      return (
        "a quotation mark stands inside a field",
        "put the field between quotation marks and double the ones inside it"
      )
    case .textAfterQuote:
      return (
        "text follows a closing quotation mark",
        "a comma or the line's end belongs there; double a quotation mark that is part of the text"
      )
    case .controlCharacter(0):
      return ("a NUL byte stands in this line", "restore the file from a backup")
    case .controlCharacter(ASCII.carriageReturn):
      return (
        "this line ends with CR LF, as spreadsheet programs write it",
        "save the file with Unix line ends (LF)"
      )
    case .controlCharacter(let byte):
      return ("a control character (byte \(byte)) stands in this line", "remove it")
    case .escapedControlCharacter:
      return ("an escape stands for a control character", "put a space in its place")
    case .notUTF8:
      return ("this line is not UTF-8", "save the file as UTF-8")
    case .notJSON(let expected):
      return ("this is not valid JSON: expected \(expected)", "one object a line, as in RFC 8259")
    case .unknownKey(let key):
      return (
        "unknown key “\(key)”",
        NearMiss.suggestion(for: key, among: schema.columns.map(\.name)) ?? columns
      )
    case .repeatedKey(let key):
      return ("the key “\(key)” stands twice", "keep one")
    case .numberExpected(let key):
      return ("“\(key)” is not a number", "write it without quotation marks, or leave the key out")
    case .textExpected(let key):
      return ("“\(key)” is not a text", "write it between quotation marks, or leave the key out")
    }
  }

  private func words(
    _ fault: RowFault, value: String, names: [String]
  ) -> (String, String?) {
    let oneOf =
      NearMiss.suggestion(for: value, among: names) ?? "one of: \(names.joined(separator: ", "))"
    switch fault.kind {
    case .invalidParticipantID:
      return ("“\(value)” is not a participant's id", ParticipantID.problem(with: value))
    case .unknownParticipant:
      // No near miss: the scores of one participant must not be given to another.
      return (
        UnknownName.participant(value),
        value.isEmpty
          ? "the participant's id belongs here"
          : "if their enrollment was lost, enroll them again with `outcomes enroll \(value)`"
      )
    case .unknownTimepoint: return (UnknownName.of("timepoint", value), oneOf)
    case .unknownInstrument: return (UnknownName.of("instrument", value), oneOf)
    case .unknownAction: return ("“\(value)” is not an action", oneOf)
    case .invalidDate:
      return ("“\(value)” is not a date", "a day that exists, as YYYY-MM-DD")
    case .invalidTimestamp:
      return ("“\(value)” is not a time", "a moment in UTC, as YYYY-MM-DDThh:mm:ssZ")
    case .invalidScore: return ("“\(value)” is not a score", "a number, such as 6 or 18.59")
    case .scoreOutOfRange: return ("the score \(value) is out of range", nil)
    case .invalidAnswers:
      return (
        "“\(value)” are not answers", "codes separated by one space, “.” for a missing one"
      )
    case .nothingRecorded:
      return ("this line has neither answers nor a score", "give one of them")
    case .invalidSeal:
      return ("“\(value)” is not a seal", "16 hexadecimal digits, or nothing")
    case .fileEvent, .fileEventOfMore:
      return (
        "this line is about the file itself, but also holds “\(value)”",
        "it has an action, a time, a name, a reason and a seal"
      )
    }
  }

  private var columns: String {
    let separator = format == .csv ? "," : ", "
    return "columns: \(schema.columns.map(\.name).joined(separator: separator))"
  }
}
