extension Instrument {
  /// Scores one form.
  /// - Parameters:
  ///   - answers: one code for each item in the order of the form, nil where it was not answered.
  ///   - rule: what to do with missing items; complete items only, unless asked otherwise.
  /// - Returns: the score in the instrument's units, or why there is none. Items that are not
  ///   scored may be missing on any form.
  package func score(answers: [Int?], missingItems rule: MissingItemRule = .completeOnly) -> Score {
    guard !isEnteredAsTotal else {
      return Score(outcome: .notScorable(.enteredAsTotal), answered: 0, of: 0)
    }
    let answered = scoredItems.count {
      answers.indices.contains($0 - 1) && answers[$0 - 1] != nil
    }
    func score(_ outcome: Score.Outcome, ruleUsed: String? = nil) -> Score {
      Score(outcome: outcome, answered: answered, of: scoredItems.count, ruleUsed: ruleUsed)
    }
    guard let sum = sum(of: answers) else { return score(.notScorable(.invalidAnswers)) }
    let missing = scoredItems.count - answered
    guard missing <= rule.atMost, answered > 0 else {
      return score(.notScorable(.tooManyMissing(allowed: rule.atMost)))
    }
    let value = scoring.score(
      rawTotal: rawTotal(sum: sum, answered: answered, rule: rule), lowest: rawRange.lowerBound,
      itemCount: scoredItems.count)
    guard let value else { return score(.notScorable(.invalidAnswers)) }
    return score(.scored(value), ruleUsed: missing > 0 ? rule.name : nil)
  }

  /// The lowest and the highest sum of the scored items' points.
  var rawRange: ClosedRange<Int> { Self.rawRange(of: items, scoredItems: scoredItems) }

  /// The lowest and the highest sum of the scored items' points; item numbers that do not exist add
  /// nothing.
  static func rawRange(of items: [Item], scoredItems: [Int]) -> ClosedRange<Int> {
    let ranges = scoredItems.filter { items.indices.contains($0 - 1) }
      .map { items[$0 - 1].pointsRange }
    let lowest = ranges.reduce(0) { $0 + $1.lowerBound }
    let highest = ranges.reduce(0) { $0 + $1.upperBound }
    return lowest...highest
  }

  /// The sum of the answered scored items' points; nil where the form has the wrong number of
  /// answers or one that is not allowed, on a scored item or not.
  private func sum(of answers: [Int?]) -> Int? {
    guard answers.count == items.count else { return nil }
    for (item, code) in zip(items, answers) {
      if let code, !item.answers.codes.contains(code) { return nil }
    }
    var sum = 0
    for number in scoredItems {
      guard let code = answers[number - 1] else { continue }
      guard let points = items[number - 1].points(for: code) else { return nil }
      sum += points
    }
    return sum
  }

  private func rawTotal(sum: Int, answered: Int, rule: MissingItemRule) -> Double {
    let missing = scoredItems.count - answered
    guard missing > 0 else { return Double(sum) }
    switch rule.countAs {
    case .points(let each): return Double(sum + each * missing)
    case .meanOfAnswered:
      let total = Double(sum) * Double(scoredItems.count) / Double(answered)
      return scoring == .mean ? total : total.rounded()
    }
  }
}
