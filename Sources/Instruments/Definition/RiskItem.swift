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
