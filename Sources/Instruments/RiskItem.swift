/// An item whose answer needs a person's attention, whatever the total is.
package struct RiskItem: Sendable, Equatable {
  /// Counted from 1.
  package let item: Int
  /// The lowest answer code that needs attention.
  package let atLeast: Int

  package init(item: Int, atLeast: Int) {
    self.item = item
    self.atLeast = atLeast
  }
}

extension Instrument {
  /// The risk items that these answers raise. It asks nothing else of the answers: it works on an
  /// incomplete form, and on one whose total cannot be scored.
  package func needsAttention(answers: [Int?]) -> [RiskItem] {
    riskItems.filter { risk in
      guard answers.indices.contains(risk.item - 1), let code = answers[risk.item - 1]
      else { return false }
      return code >= risk.atLeast
    }
  }
}
