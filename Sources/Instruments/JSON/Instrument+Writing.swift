import Text

extension Instrument {
  /// The instrument as a file of the schema `outcomes.instrument/1`: keys in a fixed order, with
  /// empty parts and defaults left out. Reading it returns an equal instrument.
  package var json: JSONValue {
    let shared = Self.sharedScale(of: items)
    return object([
      ("schema", .string(Self.schema)),
      ("id", .string(id.rawValue)),
      ("name", .string(name)),
      ("title", .string(title)),
      ("construct", .string(construct)),
      ("direction", .string(direction.rawValue)),
      ("metric", metric == .points ? nil : .string(metric.rawValue)),
      ("recall", recall.map(JSONValue.string)),
      ("stem", stem.map(JSONValue.string)),
      ("answers", shared?.json),
      ("items", list(items) { $0.json(sharedScale: shared) }),
      (
        "scored_items",
        scoredItems == Array(1..<(items.count + 1)) ? nil : list(scoredItems, JSONValue.integer)
      ),
      ("scoring", scoring.json(hasItems: !items.isEmpty)),
      ("range", .array([.number(range.lowerBound), .number(range.upperBound)])),
      ("missing_items", list(missingItemRules, \.json)),
      ("bands", list(bands, \.json)),
      ("bands_source", bandsSource?.json),
      ("thresholds", list(thresholds, \.json)),
      ("reliabilities", list(reliabilities, \.json)),
      ("risk_items", list(riskItems, \.json)),
      ("loinc", loinc == LOINCCodes() ? nil : loinc.json),
      ("permission", permission.map(JSONValue.string)),
      ("cautions", list(cautions, JSONValue.string)),
      ("source", source?.json),
    ])
  }

  /// The value of the key `schema`.
  static let schema = "outcomes.instrument/1"

  /// The scale that most items use, which is written once for all of them.
  private static func sharedScale(of items: [Item]) -> AnswerScale? {
    func uses(_ scale: AnswerScale) -> Int { items.count { $0.answers == scale } }
    return items.map(\.answers).max { uses($0) < uses($1) }
  }
}

extension Item {
  fileprivate func json(sharedScale: AnswerScale?) -> JSONValue {
    var reversed: JSONValue?
    var points: JSONValue?
    switch recode {
    case .none: break
    case .reversed: reversed = .bool(true)
    case .table(let table): points = .array(table.map(JSONValue.integer))
    }
    return object([
      ("text", text.map(JSONValue.string)),
      ("topic", topic.map(JSONValue.string)),
      ("answers", answers == sharedScale ? nil : answers.json),
      ("reversed", reversed),
      ("points", points),
      ("loinc", loinc.map(JSONValue.string)),
    ])
  }
}

extension AnswerScale {
  fileprivate var json: JSONValue {
    object([
      ("minimum", .integer(codes.lowerBound)),
      ("maximum", .integer(codes.upperBound)),
      ("labels", list(labels, JSONValue.string)),
      ("loinc", list(loinc, JSONValue.string)),
    ])
  }
}

extension ScoringRule {
  /// The rule as JSON; nil for the rule that a file without the key gets.
  fileprivate func json(hasItems: Bool) -> JSONValue? {
    switch self {
    case .sum(multiplier: 1) where hasItems: nil
    case .sum(let multiplier):
      object([
        ("rule", .string("sum")), ("multiplier", multiplier == 1 ? nil : .integer(multiplier)),
      ])
    case .mean: object([("rule", .string("mean"))])
    case .cappedSum(let cap): object([("rule", .string("capped_sum")), ("cap", .integer(cap))])
    case .table(let scores):
      object([("rule", .string("table")), ("scores", .array(scores.map(JSONValue.number)))])
    case .entered(fractions: false) where !hasItems: nil
    case .entered(let fractions):
      object([("rule", .string("entered")), ("fractions", fractions ? .bool(true) : nil)])
    }
  }
}

extension MissingItemRule {
  fileprivate var json: JSONValue {
    let substitute: JSONValue =
      switch countAs {
      case .meanOfAnswered: .string("mean")
      case .points(let points): .integer(points)
      }
    return object([
      ("name", .string(name)), ("at_most", .integer(atMost)), ("count_as", substitute),
      ("source", source?.json),
    ])
  }
}

extension Band {
  fileprivate var json: JSONValue {
    object([("label", .string(label)), ("from", .number(from)), ("through", .number(through))])
  }
}

extension Threshold {
  fileprivate var json: JSONValue {
    object([
      ("kind", .string(kind.rawValue)), ("label", .string(label)),
      ("comparison", comparison == .atLeast ? nil : .string(comparison.rawValue)),
      ("value", .number(value)),
      ("value_for_worse", differsForWorse ? .number(valueForWorse) : nil),
      ("source", source.json),
    ])
  }
}

extension PublishedReliability {
  fileprivate var json: JSONValue {
    object([
      ("kind", .string(kind.rawValue)), ("value", .number(value)),
      ("sample", sample.map(JSONValue.string)), ("source", source.json),
    ])
  }
}

extension RiskItem {
  fileprivate var json: JSONValue {
    object([("item", .integer(item)), ("at_least", .integer(atLeast))])
  }
}

extension LOINCCodes {
  fileprivate var json: JSONValue {
    object([("panel", panel.map(JSONValue.string)), ("score", score.map(JSONValue.string))])
  }
}

extension Source {
  fileprivate var json: JSONValue {
    let (word, detail): (VerificationWord, String?) =
      switch verification {
      case .read: (.read, nil)
      case .quoted(let reporter): (.quoted, reporter)
      case .computed(let inputs): (.computed, inputs)
      case .unverified: (.unverified, nil)
      }
    return object([
      ("citation", .string(citation)), ("link", link.map(JSONValue.string)),
      ("standing", .string(word.rawValue)), (word.detailKey ?? "", detail.map(JSONValue.string)),
    ])
  }

  /// The verification as a word in a file, with the key of its details.
  enum VerificationWord: String, CaseIterable {
    case read, quoted, computed, unverified

    var detailKey: String? {
      switch self {
      case .quoted: "quoted_by"
      case .computed: "computed_from"
      case .read, .unverified: nil
      }
    }
  }
}

/// An object of the members that have a value.
private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
  .object(members.compactMap { key, value in value.map { JSONMember(key, $0) } })
}

/// An array of the elements; nil if there are none.
private func list<Element>(
  _ elements: [Element], _ convert: (Element) -> JSONValue
) -> JSONValue? {
  elements.isEmpty ? nil : .array(elements.map(convert))
}
