import Instruments
import Text

extension Benchmark {
  /// The schema of a file of published figures.
  package static let schema = "outcomes.published/1"

  /// Reads a file of published figures.
  /// - Parameters:
  ///   - value: the value of the document.
  ///   - file: the name of the file, for messages.
  /// - Throws: every problem found.
  package init(reading value: JSONValue, file: String) throws(Problems) {
    var reader = JSONObjectReader(value, file: file)
    let schema = reader.string("schema")
    if !schema.isEmpty, schema != Self.schema {
      reader.report(
        "“\(schema)” is not a schema that this version reads", at: "schema", remedy: Self.schema)
    }
    name = reader.string("name")
    let group = reader.choice("group", Group.self)
    if reader.value("group") == nil {
      let names = Group.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report("“group” is missing: say who these people were, one of \(names)", at: "group")
    }
    let source = Source(reading: "source", in: &reader)
    if reader.value("source") == nil {
      reader.report("“source” is missing: say who published it", at: "source")
    }
    limits = reader.strings("limits")
    let figures = reader.objects("figures") { Figure(reading: &$0) }
    if figures.isEmpty { reader.report("at least one figure is needed", at: "figures") }
    reader.finish()
    guard reader.problems.isEmpty, let group, let source else { throw Problems(reader.problems) }
    self.group = group
    self.source = source
    self.figures = figures.compactMap(\.self)
  }
}

extension Benchmark.Figure {
  /// Reads a figure; nil if something is wrong, which is then reported to the reader.
  fileprivate init?(reading reader: inout JSONObjectReader) {
    let before = reader.problems.count
    let name = reader.string("instrument")
    let day = reader.integer("day")
    let participants = reader.optionalInteger("participants")
    let percent = reader.optionalNumber("percent_change")
    let baseline = reader.optionalNumber("baseline_mean")
    let followUp = reader.optionalNumber("followup_mean")
    if day <= 0, reader.value("day") != nil { reader.report("expected 1 day or more", at: "day") }
    if let participants, participants < 1 {
      reader.report("expected 1 participant or more", at: "participants")
    }
    if baseline == 0 { reader.report("a percent change from 0 is undefined", at: "baseline_mean") }
    if percent != nil, baseline != nil || followUp != nil {
      reader.report(
        "give the printed percentage or the two means, not both", at: "percent_change")
    } else if percent == nil, baseline == nil || followUp == nil {
      reader.report(
        "expected “percent_change” as it was printed, or “baseline_mean” and “followup_mean”",
        at: "percent_change")
    }
    let instrument = InstrumentID(rawValue: name)
    if instrument == nil, !name.isEmpty {
      reader.report(InstrumentID.notValid(name), at: "instrument")
    }
    guard let instrument, reader.problems.count == before else { return nil }
    if let percent {
      self.init(instrument, day: day, percentChange: percent, participants: participants)
    } else if let baseline, let followUp {
      self.init(
        instrument, day: day, baselineMean: baseline, followUpMean: followUp,
        participants: participants)
    } else {
      return nil
    }
  }
}
