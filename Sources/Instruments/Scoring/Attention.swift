/// What the answers to an instrument's risk items say, whatever the total is.
package struct Attention: Sendable, Equatable {
  /// An answer that needs a person's attention.
  package struct Answer: Sendable, Equatable {
    /// The number of the item, counted from 1.
    package let item: Int
    package let code: Int
    /// Whether it was given before what stands now, which no longer tells the answer.
    package let isEarlier: Bool

    package init(item: Int, code: Int, isEarlier: Bool = false) {
      self.item = item
      self.code = code
      self.isEarlier = isEarlier
    }
  }

  /// The answers that need a person's attention, in the order of the risk items.
  package let answers: [Answer]
  /// The numbers of the risk items whose answer is not known: only a total was entered, or the item
  /// was left out.
  package let unknownItems: [Int]

  /// Nothing that anyone must look at.
  package static let none = Attention(answers: [], unknownItems: [])

  package init(answers: [Answer], unknownItems: [Int]) {
    self.answers = answers
    self.unknownItems = unknownItems
  }

  /// Whether a person's attention is needed; nil where that is not known.
  package var isNeeded: Bool? {
    if !answers.isEmpty { return true }
    return unknownItems.isEmpty ? false : nil
  }

  /// The same after what was known earlier: an answer that needs attention is taken back only by
  /// another answer, never by a total or a blank that comes in its place.
  package func following(_ earlier: Attention) -> Attention {
    let kept = earlier.answers.filter { unknownItems.contains($0.item) }
    return Attention(
      answers: answers + kept.map { Answer(item: $0.item, code: $0.code, isEarlier: true) },
      unknownItems: unknownItems)
  }
}

extension Instrument {
  /// What these answers to the risk items say. It asks nothing else of the answers: it works on an
  /// incomplete form, and on one whose total cannot be scored.
  /// - Parameter answers: nil where only a total is known.
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
