import Text

/// The wording of the problems with a line of a store file.
struct LineProblem {
  let file: String
  let schema: LineSchema
  let format: LineFormat
  /// The number of the line in the file, from 1.
  let line: Int
  /// The text of the line as it is in the file.
  let text: String

  /// Returns the problem of a line that could not be split into fields.
  /// - Parameter column: bytes from the start of the line to the fault.
  func diagnostic(_ fault: LineFault, column: Int) -> Diagnostic {
    let (message, remedy) = words(fault.kind)
    return Diagnostic(
      message, at: SourceLocation(file: file, line: line, column: column + 1), excerpt: text,
      remedy: remedy)
  }

  /// Returns the problem of a line with an invalid value in one column.
  /// - Parameters:
  ///   - value: the value as it is in the file.
  ///   - column: bytes from the start of the line to the value.
  ///   - names: the names allowed there, if there are only a few.
  ///   - detail: the instrument's own messages about the answers or the score.
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
      return ("this line has \(found) fields; \(expected) are needed", columns)
    case .tooManyFields(let expected):
      return ("this line has more than \(expected) fields", columns)
    case .unclosedQuote:
      return (
        "a quotation mark on this line is not closed",
        "a record must end on the line where it starts"
      )
    case .quoteInsideField:
      return (
        "there is a quotation mark inside a field",
        "put the field between quotation marks and double the ones inside it"
      )
    case .textAfterQuote:
      return (
        "there is text after a closing quotation mark",
        "put a comma or the end of the line there, or double a quotation mark inside the text"
      )
    case .controlCharacter(0):
      return ("this line contains a NUL byte", "restore the file from a backup")
    case .controlCharacter(ASCII.carriageReturn):
      return (
        "this line ends with CR LF, as spreadsheet programs write it",
        "save the file with Unix line endings (LF)"
      )
    case .controlCharacter(let byte):
      return ("this line contains a control character (byte \(byte))", "remove it")
    case .escapedControlCharacter:
      return ("an escape sequence stands for a control character", "replace it with a space")
    case .notUTF8:
      return ("this line is not UTF-8", "save the file as UTF-8")
    case .notJSON(let expected):
      return (
        "this is not valid JSON: expected \(expected)", "write one JSON object per line (RFC 8259)"
      )
    case .unknownKey(let key):
      return (
        "unknown key “\(key)”",
        NearMiss.suggestion(for: key, among: schema.columns.map(\.name)) ?? columns
      )
    case .repeatedKey(let key):
      return ("the key “\(key)” appears twice", "keep one")
    case .numberExpected(let key):
      return (
        "the value of “\(key)” is not a number",
        "write it without quotation marks, or leave the key out"
      )
    case .textExpected(let key):
      return (
        "the value of “\(key)” is not text",
        "write it between quotation marks, or leave the key out"
      )
    }
  }

  private func words(
    _ fault: RowFault, value: String, names: [String]
  ) -> (String, String?) {
    let oneOf =
      NearMiss.suggestion(for: value, among: names) ?? "allowed: \(names.joined(separator: ", "))"
    switch fault.kind {
    case .invalidParticipantID:
      return ("“\(value)” is not a valid participant id", ParticipantID.problem(with: value))
    case .unknownParticipant:
      // A similar id is not suggested: the scores of one participant must not be assigned to
      // another.
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
      return ("“\(value)” is not a valid date", "write a date that exists, as YYYY-MM-DD")
    case .invalidTimestamp:
      return ("“\(value)” is not a valid time", "write a time in UTC, as YYYY-MM-DDThh:mm:ssZ")
    case .invalidScore:
      return ("“\(value)” is not a valid score", "write a number, such as 6 or 18.59")
    case .scoreOutOfRange: return ("the score \(value) is out of range", nil)
    case .invalidAnswers:
      return (
        "“\(value)” is not a list of answers",
        "write codes separated by one space, “.” for a missing one"
      )
    case .nothingRecorded:
      return ("this line has neither answers nor a score", "give one of them")
    case .invalidSeal:
      return ("“\(value)” is not a valid seal", "expected: 16 hexadecimal digits, or nothing")
    case .fileEvent, .fileEventOfMore:
      return (
        "this line is about the file itself, but also contains “\(value)”",
        "it may have only an action, a time, a name, a reason and a seal"
      )
    }
  }

  private var columns: String {
    let separator = format == .csv ? "," : ", "
    return "columns: \(schema.columns.map(\.name).joined(separator: separator))"
  }
}
