import Arguments
import Records
import Text

/// Reads what was typed about a participant.
struct ParticipantValues {
  /// Attributes that were given, by their position in the program.
  struct Attributes {
    var values: [Int: String] = [:]

    /// The values that are known then.
    func applied(to known: [String]) -> [String] {
      known.enumerated().map { values[$0] ?? $1 }
    }
  }

  var reader: ValueReader
  private let open: OpenProgram

  init(_ arguments: ParsedArguments, _ open: OpenProgram) {
    reader = ValueReader(arguments)
    self.open = open
  }

  /// A day that is not in the future.
  mutating func date(_ option: OptionDefinition) -> CalendarDate? {
    guard let date = reader.date(option) else { return nil }
    let today = open.world.today()
    if date > today {
      reader.refuse([
        Diagnostic("\(date) is in the future: today is \(today)", remedy: "check the year")
      ])
    }
    return date
  }

  /// The values of `--set`.
  mutating func attributes() -> Attributes {
    var attributes = Attributes()
    for (name, value) in reader.assignments(.set) {
      guard let position = open.attributes.firstIndex(of: name) else {
        reader.refuseUnknown("attribute", name, known: open.attributes)
        continue
      }
      if VisibleText.holdsHidden(value) {
        reader.report("the value of “\(name)” holds a control character")
      } else if attributes.values.updateValue(value, forKey: position) != nil {
        reader.report("“\(name)” is set twice", remedy: "give one value for it")
      }
    }
    return attributes
  }

  /// Ends the reading; gives the id back, since without problems there is one.
  func finish(_ id: ParticipantID?) throws(Refusal) -> ParticipantID? {
    try reader.finish()
    return id
  }
}
