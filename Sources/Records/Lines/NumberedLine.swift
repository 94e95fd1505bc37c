/// A line of a file as a value, with its place.
package struct NumberedLine<Value: Sendable>: Sendable {
  /// Line from 1, in the file or in a piece of it.
  package let number: Int
  package let value: Value

  package init(number: Int, value: Value) {
    self.number = number
    self.value = value
  }

  /// The same line in a longer text, this many lines further down.
  package func movedDown(by lines: Int) -> NumberedLine {
    NumberedLine(number: number + lines, value: value)
  }
}
