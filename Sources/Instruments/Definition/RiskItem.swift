/// An item whose answer can need a person's attention, whatever the total score.
package struct RiskItem: Sendable, Equatable {
  /// The number of the item, counted from 1.
  package let item: Int
  /// The lowest answer code that needs attention.
  package let atLeast: Int

  package init(item: Int, atLeast: Int) {
    self.item = item
    self.atLeast = atLeast
  }
}
