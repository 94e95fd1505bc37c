import Text

// Each part of an instrument file is read here. A part that cannot be read is nil, and its problems
// are in the reader.

extension AnswerScale {
  init?(reading reader: inout JSONObjectReader) {
    let before = reader.problems.count
    let lowest = reader.smallInteger("minimum")
    let highest = reader.smallInteger("maximum")
    let labels = reader.strings("labels")
    let loinc = reader.strings("loinc")
    guard reader.problems.count == before else { return nil }
    guard lowest < highest, highest - lowest < Self.mostCodes else {
      reader.report(
        "answers from \(lowest) to \(highest) do not make a scale", at: "maximum",
        remedy: "“maximum” must be greater than “minimum”, but by less than \(Self.mostCodes)")
      return nil
    }
    self.init(lowest...highest, labels: labels, loinc: loinc)
    for (key, texts) in [("labels", labels), ("loinc", loinc)]
    where !texts.isEmpty && texts.count != codes.count {
      reader.report(
        "expected one text for each answer from \(lowest) to \(highest), that is \(codes.count),"
          + " found \(texts.count)", at: key)
    }
  }

  /// Far above any real questionnaire, but low enough that a typing error costs no memory.
  private static let mostCodes = 1001
}

extension Item {
  init?(reading reader: inout JSONObjectReader, sharedScale: AnswerScale?) {
    let text = reader.optionalString("text")
    let topic = reader.optionalString("topic")
    let hasOwnScale = reader.value("answers") != nil
    let ownScale = reader.object("answers") { AnswerScale(reading: &$0) } ?? nil
    let isReversed = reader.optionalBool("reversed") ?? false
    let points = reader.optionalNumbers("points")
    let loinc = reader.optionalString("loinc")
    guard let answers = hasOwnScale ? ownScale : sharedScale else {
      if !hasOwnScale {
        reader.report(
          "no answers are given for this item", at: "answers",
          remedy: "give “answers” here, or once for all items next to “items”")
      }
      return nil
    }
    var recode: Recode = isReversed ? .reversed : .none
    if let points {
      let table = points.compactMap(JSONObjectReader.smallInteger)
      guard table.count == points.count, table.count == answers.codes.count, !isReversed else {
        reader.report(
          "expected a whole number for each answer, \(answers.codes.count) in all, and no"
            + " “reversed” beside them; found \(points.count)", at: "points")
        return nil
      }
      recode = .table(table)
    }
    self.init(text: text, topic: topic, answers: answers, recode: recode, loinc: loinc)
  }
}

extension ScoringRule {
  private enum Name: String, CaseIterable {
    case sum, mean, table, entered
    case cappedSum = "capped_sum"
  }

  init?(reading reader: inout JSONObjectReader) {
    let before = reader.problems.count
    let rule = reader.choice("rule", Name.self)
    switch rule {
    case .sum: self = .sum(multiplier: reader.optionalInteger("multiplier") ?? 1)
    case .mean: self = .mean
    case .cappedSum: self = .cappedSum(cap: reader.smallInteger("cap"))
    case .table: self = .table(reader.optionalNumbers("scores") ?? [])
    case .entered: self = .entered(fractions: reader.optionalBool("fractions") ?? false)
    case nil:
      let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
      if reader.value("rule") == nil {
        reader.report("“rule” is missing: expected one of \(names)", at: "rule")
      }
      return nil
    }
    guard reader.problems.count == before else { return nil }
  }
}

extension MissingItemRule {
  init?(reading reader: inout JSONObjectReader) {
    let before = reader.problems.count
    let name = reader.string("name")
    let atMost = reader.smallInteger("at_most")
    let substitute: Substitute? = reader.optional("count_as", "“mean” or a whole number") { value in
      switch value {
      case .string("mean"): .meanOfAnswered
      case .number(let points): JSONObjectReader.smallInteger(points).map(Substitute.points)
      default: nil
      }
    }
    let source = Source(reading: "source", in: &reader)
    if substitute == nil, reader.value("count_as") == nil {
      reader.report("“count_as” is missing: expected “mean” or a whole number", at: "count_as")
    }
    if source == nil, reader.value("source") == nil {
      reader.report("“source” is missing: say who allows this rule", at: "source")
    }
    guard let substitute, reader.problems.count == before else { return nil }
    self.init(name: name, atMost: atMost, countAs: substitute, source: source)
  }
}

extension Band {
  init(reading reader: inout JSONObjectReader) {
    self.init(
      reader.string("label"), from: reader.number("from"), through: reader.number("through"))
  }
}

extension Threshold {
  init?(reading reader: inout JSONObjectReader) {
    let kind = reader.choice("kind", Kind.self)
    let label = reader.string("label")
    let comparison = reader.choice("comparison", Comparison.self) ?? .atLeast
    let value = reader.number("value")
    let valueForWorse = reader.optionalNumber("value_for_worse")
    let source = Source(reading: "source", in: &reader)
    if kind == nil, reader.value("kind") == nil { reader.reportMissingKind(of: Kind.self) }
    if source == nil, reader.value("source") == nil { reader.reportMissingSource() }
    guard let kind, let source else { return nil }
    if kind == .case, valueForWorse != nil {
      reader.report(
        "a “case” threshold is a score, the same for better and worse", at: "value_for_worse",
        remedy: "leave it out")
    }
    self.init(
      kind, comparison, value, forWorse: valueForWorse, label, source: source)
  }
}

extension PublishedReliability {
  init?(reading reader: inout JSONObjectReader) {
    let kind = reader.choice("kind", Kind.self)
    let value = reader.number("value")
    let sample = reader.optionalString("sample")
    let source = Source(reading: "source", in: &reader)
    if kind == nil, reader.value("kind") == nil { reader.reportMissingKind(of: Kind.self) }
    if source == nil, reader.value("source") == nil { reader.reportMissingSource() }
    guard let kind, let source else { return nil }
    self.init(kind, value, sample: sample, source: source)
  }
}

extension JSONObjectReader {
  fileprivate mutating func reportMissingKind<Kind>(of type: Kind.Type)
  where Kind: CaseIterable & RawRepresentable, Kind.RawValue == String {
    let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    report("“kind” is missing: expected one of \(names)", at: "kind")
  }

  fileprivate mutating func reportMissingSource() {
    report("“source” is missing: say where the number comes from", at: "source")
  }
}

extension Source {
  /// Reads the source at `key`: an object or, for short, the citation alone, which makes an
  /// unverified source. Nil if it is missing or invalid.
  package init?(reading key: String, in reader: inout JSONObjectReader) {
    guard let value = reader.value(key) else { return nil }
    if case .string(let citation) = value, !citation.isEmpty {
      self.init(citation, .unverified)
    } else if let source = reader.object(key, { Source(reading: &$0) }) ?? nil {
      self = source
    } else {
      return nil
    }
  }

  private init?(reading reader: inout JSONObjectReader) {
    let before = reader.problems.count
    let citation = reader.string("citation")
    let link = reader.optionalString("link")
    let word = reader.choice("standing", VerificationWord.self) ?? .unverified
    let detail = word.detailKey.map { reader.string($0) } ?? ""
    guard reader.problems.count == before else { return nil }
    let verification: Verification =
      switch word {
      case .read: .read
      case .quoted: .quoted(by: detail)
      case .computed: .computed(from: detail)
      case .unverified: .unverified
      }
    self.init(citation, link: link, verification)
  }
}
