/// The answers to an instrument's risk items that need attention, whatever the total score.
package struct Attention: Sendable, Equatable {
  /// An answer that needs a person's attention.
  package struct Answer: Sendable, Equatable {
    /// The number of the item, counted from 1.
    package let item: Int
    package let code: Int
    /// True if the answer was given earlier and the latest entry no longer shows it.
    package let isEarlier: Bool

    package init(item: Int, code: Int, isEarlier: Bool = false) {
      self.item = item
      self.code = code
      self.isEarlier = isEarlier
    }
  }

  /// The answers that need a person's attention, in the order of the risk items.
  package let answers: [Answer]
  /// The numbers of the risk items whose answer is unknown: only a total was entered, or the item
  /// was left out.
  package let unknownItems: [Int]

  /// No answer that anyone must look at.
  package static let none = Attention(answers: [], unknownItems: [])

  package init(answers: [Answer], unknownItems: [Int]) {
    self.answers = answers
    self.unknownItems = unknownItems
  }

  /// True if a person's attention is needed; nil if that is unknown.
  package var isNeeded: Bool? {
    if !answers.isEmpty { return true }
    return unknownItems.isEmpty ? false : nil
  }

  /// This attention combined with the earlier one: only a new answer to the same item clears an
  /// answer that needs attention; a total or a blank that replaces it does not.
  package func following(_ earlier: Attention) -> Attention {
    let kept = earlier.answers.filter { unknownItems.contains($0.item) }
    return Attention(
      answers: answers + kept.map { Answer(item: $0.item, code: $0.code, isEarlier: true) },
      unknownItems: unknownItems)
  }
}

extension Instrument {
  /// The answers to risk items that need attention. Incomplete forms and forms that
  /// cannot be scored count too.
  /// - Parameter answers: one code per item, nil for a missing one; nil if only a total is known.
  package func attention(answers: [Int?]?) -> Attention {
    var needed: [Attention.Answer] = []
    var unknown: [Int] = []
    for risk in riskItems {
      let index = risk.item - 1
      if let answers, answers.indices.contains(index), let code = answers[index] {
        if code >= risk.atLeast { needed.append(Attention.Answer(item: risk.item, code: code)) }
      } else {
        unknown.append(risk.item)
      }
    }
    return Attention(answers: needed, unknownItems: unknown)
  }
}
