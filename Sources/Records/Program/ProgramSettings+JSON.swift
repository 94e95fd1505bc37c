import Instruments
import Text

extension ProgramSettings {
  /// Reads `program.json`.
  /// - Parameters:
  ///   - value: the value of the document.
  ///   - file: the name of the file, for messages.
  /// - Throws: every problem found.
  package init(reading value: JSONValue, file: String) throws(Problems) {
    var reader = JSONObjectReader(value, file: file)
    let schema = reader.string("schema")
    let known = ProgramSchema(rawValue: schema)
    if !schema.isEmpty, known == nil {
      let (problem, remedy) = ProgramSchema.problem(with: schema)
      reader.report(problem, at: "schema", remedy: remedy)
      throw Problems(reader.problems)
    }
    self.schema = known ?? .current
    name = reader.string("name")
    store = reader.choice("store", LineFormat.self) ?? .csv
    if reader.value("store") == nil {
      reader.report("“store” is missing: write “csv” or “json”", at: "store")
    }
    timepoints = Self.readTimepoints(&reader)
    instruments = Self.readInstruments(&reader)
    attributes = reader.strings("attributes")
    for repeated in Self.repeatedElements(attributes) {
      reader.report("“\(repeated)” is listed twice", at: "attributes")
    }
    for attribute in attributes {
      if let problem = Self.problem(withAttribute: attribute) {
        reader.report("“\(attribute)”: \(problem)", at: "attributes")
      }
    }
    missingItemRules = Self.readMissingItemRules(&reader)
    attentionMessage = reader.optionalString("attention")
    savings = reader.object("savings") { SavingsRate(reading: &$0) } ?? nil
    valuations = reader.objects("valuations") { Valuation(reading: &$0) }.compactMap(\.self)
    for problem in Valuation.problems(
      with: valuations, instruments: instruments, timepoints: timepoints)
    {
      reader.report(problem, at: "valuations")
    }
    privacy = reader.object("privacy") { PrivacySettings(reading: &$0) } ?? PrivacySettings()
    reader.finish()
    guard reader.problems.isEmpty else { throw Problems(reader.problems) }
  }

  /// The document `program.json`, with its keys in a fixed order.
  package var json: JSONValue {
    var members: [JSONMember] = [
      JSONMember("schema", .string(schema.rawValue)),
      JSONMember("name", .string(name)),
      JSONMember("store", .string(store.rawValue)),
      JSONMember("timepoints", .array(timepoints.map(\.json))),
      JSONMember("instruments", .array(instruments.map { .string($0.rawValue) })),
      JSONMember("attributes", .array(attributes.map(JSONValue.string))),
    ]
    if !missingItemRules.isEmpty {
      let rules = missingItemRules.sorted { $0.key < $1.key }
      members.append(
        JSONMember(
          "missing_items",
          .object(rules.map { JSONMember($0.key.rawValue, .string($0.value)) })))
    }
    if let attentionMessage {
      members.append(JSONMember("attention", .string(attentionMessage)))
    }
    if let savings { members.append(JSONMember("savings", savings.json)) }
    if !valuations.isEmpty {
      members.append(JSONMember("valuations", .array(valuations.map(\.json))))
    }
    members.append(JSONMember("privacy", privacy.json))
    return .object(members)
  }

  /// The reason why `name` cannot be an attribute; nil if it can.
  package static func problem(withAttribute name: String) -> String? {
    if !TimepointID.isName(name) {
      return "an attribute has lowercase letters, digits and _, and starts with a letter"
    }
    let fixed = StoreSchema.participants(attributes: []).columns.map(\.name)
    return fixed.contains(name) ? "this name is already a column of the participants file" : nil
  }

  private static func readTimepoints(_ reader: inout JSONObjectReader) -> [Timepoint] {
    let timepoints = reader.objects("timepoints") { item -> Timepoint? in
      let name = item.string("id")
      let day = item.integer("day")
      let early = item.optionalInteger("early") ?? 0
      let late = item.optionalInteger("late") ?? 0
      if early < 0 { item.report("expected 0 days or more", at: "early") }
      if late < 0 { item.report("expected 0 days or more", at: "late") }
      guard let id = TimepointID(rawValue: name) else {
        if !name.isEmpty { item.report("“\(name)”: \(TimepointID.rule)", at: "id") }
        return nil
      }
      return Timepoint(id: id, day: day, early: early, late: late)
    }
    let found = timepoints.compactMap(\.self)
    for problem in problems(with: found) { reader.report(problem, at: "timepoints") }
    return found
  }

  /// Returns every problem that timepoints have with each other.
  package static func problems(with timepoints: [Timepoint]) -> [String] {
    var problems: [String] = []
    if timepoints.isEmpty { problems.append("at least one timepoint is needed") }
    for (earlier, later) in zip(timepoints, timepoints.dropFirst()) where earlier.day >= later.day {
      problems.append("“\(later.id)” must come on a later day than “\(earlier.id)”")
    }
    for repeated in repeatedElements(timepoints.map(\.id.rawValue)) {
      problems.append("“\(repeated)” is listed twice")
    }
    for timepoint in timepoints
    where [timepoint.day, timepoint.early, timepoint.late].contains(where: isTooLong) {
      problems.append("“\(timepoint.id)” is more than a hundred years from enrollment")
    }
    return problems
  }

  /// The problem of a new program's first timepoint, which is that of enrollment; nil if there is
  /// none.
  package static func problem(withFirst timepoint: Timepoint) -> String? {
    timepoint.day == 0
      ? nil
      : "the first, from which all change is computed, must be at day 0; “\(timepoint.id)” is at day"
        + " \(timepoint.day)"
  }

  /// True for days that are outside the calendar.
  private static func isTooLong(_ days: Int) -> Bool { days.magnitude > 36_525 }

  private static func readInstruments(_ reader: inout JSONObjectReader) -> [InstrumentID] {
    let names = reader.strings("instruments")
    if names.isEmpty { reader.report("at least one instrument is needed", at: "instruments") }
    for repeated in repeatedElements(names) {
      reader.report("“\(repeated)” is listed twice", at: "instruments")
    }
    return names.compactMap { name in
      if let id = InstrumentID(rawValue: name) { return id }
      reader.report(InstrumentID.notValid(name), at: "instruments")
      return nil
    }
  }

  private static func readMissingItemRules(
    _ reader: inout JSONObjectReader
  ) -> [InstrumentID: String] {
    var rules: [InstrumentID: String] = [:]
    let members = reader.optional("missing_items", "an object") {
      if case .object(let members) = $0 { members } else { nil }
    }
    for member in members ?? [] {
      if let id = InstrumentID(rawValue: member.key), case .string(let rule) = member.value {
        rules[id] = rule
      } else {
        reader.report(
          "expected an instrument id and the name of a rule", at: "missing_items.\(member.key)")
      }
    }
    return rules
  }

  /// The names that stand in a list more than once, each once, sorted.
  package static func repeatedElements(_ names: [String]) -> [String] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }.keys.sorted()
  }
}

extension Timepoint {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.rawValue), "day": .integer(day), "early": .integer(early),
      "late": .integer(late),
    ])
  }
}
