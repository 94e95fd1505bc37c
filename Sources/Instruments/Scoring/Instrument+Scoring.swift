extension Instrument {
  /// Scores one form.
  /// - Parameters:
  ///   - answers: one code per item in the order of the form, nil if it was not answered.
  ///   - rule: the rule for missing items; every scored item must be answered unless another rule
  ///     is given.
  /// - Returns: the score in the instrument's units, or the reason why there is none. Items that
  ///   are not scored may always be missing.
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

  /// The lowest and the highest sum of the scored items' points; numbers of items that do not exist
  /// add nothing.
  static func rawRange(of items: [Item], scoredItems: [Int]) -> ClosedRange<Int> {
    let ranges = scoredItems.filter { items.indices.contains($0 - 1) }
      .map { items[$0 - 1].pointsRange }
    let lowest = ranges.reduce(0) { $0 + $1.lowerBound }
    let highest = ranges.reduce(0) { $0 + $1.upperBound }
    return lowest...highest
  }

  /// The sum of the points of the answered scored items; nil if the number of answers is wrong or
  /// any answer, scored or not, is not allowed.
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
