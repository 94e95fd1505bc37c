import Text

/// A range of whole lines of a file as values, in order. Lines are counted from the first of these.
package struct LineReading<Value: Sendable>: Sendable {
  package internal(set) var lines: [NumberedLine<Value>] = []
  /// Lines about the file itself.
  package internal(set) var fileEvents: [NumberedLine<FileEvent>] = []
  package internal(set) var lineCount = 0
  package internal(set) var problems: [Diagnostic] = []
  /// True if any line lacks a column that was added later.
  package internal(set) var lacksColumns = false
  var memory = PreviousLine()

  /// The values without their line numbers.
  package var values: [Value] { lines.map(\.value) }

  /// Returns this reading with the result of the walk added.
  func ended(_ result: LineWalk.Result) -> LineReading {
    var reading = self
    reading.lineCount = result.lineCount
    reading.problems = result.problems
    return reading
  }

  /// Adds a line about the file itself, unless it was recorded later than `knownAt`.
  mutating func add(
    _ columns: FileEventColumns, _ bytes: [UInt8], _ fields: LineFields, line: Int,
    knownAt: Timestamp
  ) {
    guard let event = columns.event(bytes, fields), event.recordedAt <= knownAt else { return }
    fileEvents.append(NumberedLine(number: line, value: event))
  }
}

/// A line of a file as a value, with its number.
package struct NumberedLine<Value: Sendable>: Sendable {
  /// The number of the line, from 1, in the file or in a piece of it.
  package let number: Int
  package let value: Value

  package init(number: Int, value: Value) {
    self.number = number
    self.value = value
  }

  /// The same line in a text in which this many lines precede it.
  package func movedDown(by lines: Int) -> NumberedLine {
    NumberedLine(number: number + lines, value: value)
  }
}
