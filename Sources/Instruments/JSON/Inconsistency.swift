import Text

/// A contradiction between parts of an instrument.
struct Inconsistency: Equatable {
  /// Its key in an instrument file: `bands[1].from`.
  let key: String
  let message: String
  let remedy: String?

  init(_ message: String, at key: String, remedy: String? = nil) {
    self.key = key
    self.message = message
    self.remedy = remedy
  }
}

extension Instrument {
  /// Returns every contradiction; empty for an instrument that can be used.
  func inconsistencies() -> [Inconsistency] {
    let itemProblems = itemInconsistencies + ruleInconsistencies
    let reachable =
      itemProblems.isEmpty
      ? scoring.reachableRange(of: items, scoredItems: scoredItems) : nil
    var rangeProblems: [Inconsistency] = []
    if let reachable, reachable != range {
      let bounds = [reachable.lowerBound, reachable.upperBound].map(NumberText.shortest)
      rangeProblems = [
        Inconsistency(
          "the items give scores from \(bounds[0]) to \(bounds[1]), not this range", at: "range",
          remedy: "leave “range” out: it follows from the items")
      ]
    }
    let rangeIsSound = itemProblems.isEmpty && rangeProblems.isEmpty
    return itemProblems + rangeProblems + missingRuleInconsistencies
      + (rangeIsSound ? bandInconsistencies + thresholdInconsistencies : [])
      + reliabilityInconsistencies + riskInconsistencies
  }

  private var itemInconsistencies: [Inconsistency] {
    var seen: Set<Int> = []
    return scoredItems.enumerated().compactMap { index, number in
      let key = "scored_items[\(index)]"
      if !seen.insert(number).inserted {
        return Inconsistency("item \(number) is listed twice", at: key)
      }
      if items.indices.contains(number - 1) { return nil }
      return Inconsistency(
        "there is no item \(number)", at: key, remedy: "items are numbered 1 to \(items.count)")
    }
  }

  private var ruleInconsistencies: [Inconsistency] {
    if case .entered = scoring {
      guard !items.isEmpty else { return [] }
      return [
        Inconsistency(
          "the rule “entered” is for instruments without items", at: "scoring.rule",
          remedy: "leave “items” out, or choose another rule")
      ]
    }
    if scoredItems.isEmpty {
      return [
        Inconsistency("no items are scored", at: items.isEmpty ? "items" : "scored_items")
      ]
    }
    switch scoring {
    case .sum(let multiplier) where multiplier < 1:
      return [Inconsistency("the multiplier must be at least 1", at: "scoring.multiplier")]
    case .cappedSum(let cap) where !rawRange.contains(cap) || cap == rawRange.lowerBound:
      return [
        Inconsistency(
          "the items add up to \(rawRange.lowerBound) to \(rawRange.upperBound):"
            + " a cap of \(cap) makes no sense", at: "scoring.cap")
      ]
    case .table(let scores) where scores.count != rawRange.count:
      return [
        Inconsistency(
          "expected \(rawRange.count) scores, one for each sum of the items from"
            + " \(rawRange.lowerBound) to \(rawRange.upperBound), found \(scores.count)",
          at: "scoring.scores")
      ]
    default: return []
    }
  }

  private var missingRuleInconsistencies: [Inconsistency] {
    var names: Set<String> = [MissingItemRule.completeOnly.name]
    return missingItemRules.enumerated().flatMap { index, rule in
      let key = "missing_items[\(index)]"
      var found: [Inconsistency] = []
      if !names.insert(rule.name).inserted {
        found.append(
          Inconsistency("the name “\(rule.name)” is already taken", at: "\(key).name"))
      }
      if rule.atMost < 1 || rule.atMost >= scoredItems.count {
        found.append(
          Inconsistency(
            "“at_most” cannot be \(rule.atMost) with \(scoredItems.count) scored items",
            at: "\(key).at_most"))
      }
      if case .points(let points) = rule.countAs, !canScore(points) {
        found.append(
          Inconsistency(
            "\(points) is not a value that every scored item can have", at: "\(key).count_as"))
      }
      return found
    }
  }

  /// True if every scored item can be worth this many points.
  private func canScore(_ points: Int) -> Bool {
    scoredItems.allSatisfy { number in
      !items.indices.contains(number - 1) || items[number - 1].pointsRange.contains(points)
    }
  }

  private var bandInconsistencies: [Inconsistency] {
    guard let first = bands.first, let last = bands.last else { return [] }
    var found: [Inconsistency] = []
    if first.from != range.lowerBound {
      found.append(outOfPlace("first", "begins", first.from, range.lowerBound, "[0].from"))
    }
    for (index, band) in bands.enumerated() {
      if bands.prefix(index).contains(where: { $0.label == band.label }) {
        found.append(
          Inconsistency("two bands are called “\(band.label)”", at: "bands[\(index)].label"))
      }
      if band.from > band.through {
        found.append(
          Inconsistency(
            "the band “\(band.label)” ends before it begins", at: "bands[\(index)].through"))
      }
      if index > 0, let problem = joint(of: bands[index - 1], and: band, at: index) {
        found.append(problem)
      }
    }
    if last.through != range.upperBound {
      let key = "[\(bands.count - 1)].through"
      found.append(outOfPlace("last", "ends", last.through, range.upperBound, key))
    }
    return found
  }

  /// Returns a problem if two neighboring bands overlap or leave out a score between them.
  private func joint(of band: Band, and next: Band, at index: Int) -> Inconsistency? {
    let distance = next.from - band.through
    let isGap = distance > scoring.step ?? 1
    guard distance <= 0 || isGap else { return nil }
    let names = "“\(band.label)” and “\(next.label)”"
    return Inconsistency(
      isGap ? "there is a gap between the bands \(names)" : "the bands \(names) overlap",
      at: "bands[\(index)].from",
      remedy: "“\(band.label)” goes through \(NumberText.shortest(band.through))")
  }

  private func outOfPlace(
    _ edge: String, _ verb: String, _ found: Double, _ wanted: Double, _ place: String
  ) -> Inconsistency {
    Inconsistency(
      "the \(edge) band \(verb) at \(NumberText.shortest(found)), but the range \(verb) at"
        + " \(NumberText.shortest(wanted))", at: "bands\(place)")
  }

  private var thresholdInconsistencies: [Inconsistency] {
    let lowest = NumberText.shortest(range.lowerBound)
    let highest = NumberText.shortest(range.upperBound)
    let width = range.upperBound - range.lowerBound
    return thresholds.enumerated().flatMap { index, threshold in
      let key = "thresholds[\(index)].value"
      if threshold.kind == .case {
        if range.contains(threshold.value) { return [Inconsistency]() }
        let value = NumberText.shortest(threshold.value)
        return [Inconsistency("\(value) is not a score from \(lowest) to \(highest)", at: key)]
      }
      let changes =
        [(threshold.value, key)]
        + (threshold.differsForWorse ? [(threshold.valueForWorse, key + "_for_worse")] : [])
      return changes.filter { points, _ in points <= 0 || points > width }.map { points, key in
        Inconsistency(
          "scores from \(lowest) to \(highest) cannot change by \(NumberText.shortest(points))",
          at: key, remedy: "write a number above 0 and at most \(NumberText.shortest(width))")
      }
    }
  }

  private var reliabilityInconsistencies: [Inconsistency] {
    reliabilities.enumerated().compactMap { index, reliability in
      guard reliability.value <= 0 || reliability.value >= 1 else { return nil }
      return Inconsistency(
        "\(NumberText.shortest(reliability.value)) is not a reliability",
        at: "reliabilities[\(index)].value", remedy: "write a number between 0 and 1, such as 0.84")
    }
  }

  private var riskInconsistencies: [Inconsistency] {
    riskItems.enumerated().compactMap { index, risk in
      guard items.indices.contains(risk.item - 1) else {
        return Inconsistency(
          "there is no item \(risk.item)", at: "risk_items[\(index)].item",
          remedy: items.isEmpty
            ? "this instrument has no items" : "items are numbered 1 to \(items.count)")
      }
      let scale = items[risk.item - 1].answers
      if scale.codes.contains(risk.atLeast) { return nil }
      return Inconsistency(
        "\(risk.atLeast) is not an answer to item \(risk.item)",
        at: "risk_items[\(index)].at_least", remedy: "allowed: \(scale.text)")
    }
  }
}

extension ScoringRule {
  /// The lowest and the highest score that the items can reach; nil if no items are scored, or if
  /// an item, a table or a cap does not fit.
  func reachableRange(of items: [Item], scoredItems: [Int]) -> ClosedRange<Double>? {
    guard !scoredItems.isEmpty, scoredItems.allSatisfy({ items.indices.contains($0 - 1) })
    else { return nil }
    let raw = Instrument.rawRange(of: items, scoredItems: scoredItems)
    let (lowest, highest) = (Double(raw.lowerBound), Double(raw.upperBound))
    switch self {
    case .sum(let multiplier):
      guard multiplier > 0 else { return nil }
      return lowest * Double(multiplier)...highest * Double(multiplier)
    case .mean: return lowest / Double(scoredItems.count)...highest / Double(scoredItems.count)
    case .cappedSum(let cap):
      return Double(cap) > lowest ? lowest...min(highest, Double(cap)) : nil
    case .table(let scores):
      guard let least = scores.min(), let most = scores.max() else { return nil }
      return least...most
    case .entered: return nil
    }
  }
}
