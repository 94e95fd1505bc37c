import Text

extension Instrument {
  /// Reads an instrument file of the schema `outcomes.instrument/1`.
  /// - Parameters:
  ///   - json: the value of the document.
  ///   - file: the name of the file, for messages.
  /// - Throws: every problem in the file at once: the parts that cannot be read, then the
  ///   contradictions between those that could be.
  package init(reading json: JSONValue, file: String) throws(Problems) {
    var reader = JSONObjectReader(json, file: file)
    guard reader.problems.isEmpty else { throw Problems(reader.problems) }
    let draft = InstrumentDraft(&reader)
    reader.finish()
    if let instrument = draft.instrument {
      for inconsistency in instrument.inconsistencies() {
        reader.report(inconsistency.message, at: inconsistency.key, remedy: inconsistency.remedy)
      }
    }
    guard let instrument = draft.instrument, reader.problems.isEmpty else {
      throw Problems(reader.problems)
    }
    self = instrument
  }
}

/// The result of one pass through a file.
private struct InstrumentDraft {
  /// The instrument; nil if a part that the others depend on is missing or invalid.
  let instrument: Instrument?

  init(_ reader: inout JSONObjectReader) {
    let schema = reader.string("schema")
    if !schema.isEmpty, schema != Instrument.schema {
      reader.report(
        "“\(schema)” is not a schema that this version reads", at: "schema",
        remedy: "write “\(Instrument.schema)”")
    }
    let id = Self.id(&reader)
    let name = reader.string("name")
    let title = reader.string("title")
    let construct = reader.string("construct")
    let direction = Self.direction(&reader)
    let metric = reader.choice("metric", Metric.self) ?? .points
    let recall = reader.optionalString("recall")
    let stem = reader.optionalString("stem")
    let sharedScale = reader.object("answers") { AnswerScale(reading: &$0) } ?? nil
    let itemsGiven = reader.value("items") != nil
    let items = reader.objects("items") { Item(reading: &$0, sharedScale: sharedScale) }
    let scoredItems = Self.scoredItems(&reader)
    let scoring: ScoringRule? =
      reader.value("scoring") == nil
      ? (itemsGiven ? .sum(multiplier: 1) : .entered(fractions: false))
      : reader.object("scoring") { ScoringRule(reading: &$0) } ?? nil
    let range = Self.range(&reader, isNeeded: !itemsGiven)
    let rules = reader.objects("missing_items") { MissingItemRule(reading: &$0) }
    let bands = reader.objects("bands") { Band(reading: &$0) }
    let bandsSource = Source(reading: "bands_source", in: &reader)
    let thresholds = reader.objects("thresholds") { Threshold(reading: &$0) }
    let reliabilities = reader.objects("reliabilities") { PublishedReliability(reading: &$0) }
    let riskItems = reader.objects("risk_items") {
      RiskItem(item: $0.smallInteger("item"), atLeast: $0.smallInteger("at_least"))
    }
    let loinc = reader.object("loinc") {
      LOINCCodes(panel: $0.optionalString("panel"), score: $0.optionalString("score"))
    }
    let permission = reader.optionalString("permission")
    let cautions = reader.strings("cautions")
    let source = Source(reading: "source", in: &reader)

    let wholeItems = items.compactMap { $0 }
    guard wholeItems.count == items.count, let scoring, itemsGiven || range != nil else {
      instrument = nil
      return
    }
    let numbers = scoredItems ?? Array(1..<(wholeItems.count + 1))
    let reachable = scoring.reachableRange(of: wholeItems, scoredItems: numbers)
    instrument = Instrument(
      id: id, name: name, title: title, construct: construct, direction: direction,
      metric: metric, recall: recall, stem: stem, items: wholeItems, scoredItems: numbers,
      scoring: scoring, range: range ?? reachable ?? 0...0,
      missingItemRules: rules.compactMap { $0 },
      bands: bands, bandsSource: bandsSource, thresholds: thresholds.compactMap { $0 },
      reliabilities: reliabilities.compactMap { $0 },
      riskItems: riskItems, loinc: loinc ?? LOINCCodes(), permission: permission,
      cautions: cautions, source: source)
  }

  private static func id(_ reader: inout JSONObjectReader) -> InstrumentID {
    let text = reader.string("id")
    if let id = InstrumentID(rawValue: text) { return id }
    if !text.isEmpty {
      reader.report(
        InstrumentID.notValid(text), at: "id",
        remedy: "use lowercase letters, digits and hyphens, such as “hope-scale”")
    }
    return InstrumentID(builtIn: "unnamed")
  }

  private static func direction(_ reader: inout JSONObjectReader) -> Direction {
    if let direction = reader.choice("direction", Direction.self) { return direction }
    if reader.value("direction") == nil {
      let names = Direction.allCases.map { "“\($0.rawValue)”" }.joined(separator: " or ")
      reader.report("“direction” is missing: expected \(names)", at: "direction")
    }
    return .lowerIsBetter
  }

  private static func scoredItems(_ reader: inout JSONObjectReader) -> [Int]? {
    guard let numbers = reader.optionalNumbers("scored_items") else { return nil }
    let whole = numbers.compactMap(JSONObjectReader.smallInteger)
    if whole.count != numbers.count {
      reader.report("item numbers are whole numbers, counted from 1", at: "scored_items")
    }
    return whole
  }

  private static func range(
    _ reader: inout JSONObjectReader, isNeeded: Bool
  ) -> ClosedRange<Double>? {
    guard let bounds = reader.optionalNumbers("range") else {
      if isNeeded, reader.value("range") == nil {
        reader.report(
          "“range” is missing: expected the lowest and the highest score", at: "range",
          remedy: "write it as [0, 63], or list the “items”")
      }
      return nil
    }
    guard bounds.count == 2, bounds[0] < bounds[1] else {
      reader.report(
        "expected the lowest and the highest score", at: "range", remedy: "write it as [0, 63]")
      return nil
    }
    return bounds[0]...bounds[1]
  }
}
