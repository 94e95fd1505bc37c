import Text

/// A value read from the command line, or all problems with it.
typealias Reading<Value> = Result<Value, Refusal>

/// Returns the values of several readings.
/// - Throws: all problems with any of them, those with the command line first.
func readAll<each Value>(
  _ readings: repeat Reading<each Value>
) throws(Refusal) -> (repeat each Value) {
  var refusals: [Refusal] = []
  for reading in repeat each readings { refusals += reading.refusals }
  if let refusal = Refusal(all: refusals) { throw refusal }
  return (repeat try (each readings).get())
}

extension String? {
  /// Reads a value from the text; nil without a text.
  func optionally<Value>(_ read: (String) -> Reading<Value>) -> Reading<Value?> {
    guard let self else { return .success(nil) }
    return read(self).map { $0 }
  }
}

extension Sequence {
  /// Returns the values of several readings of one type, or all problems with any of them.
  func all<Value>() -> Reading<[Value]> where Element == Reading<Value> {
    if let refusal = Refusal(all: flatMap(\.refusals)) { return .failure(refusal) }
    return Reading { () throws(Refusal) in
      var values: [Value] = []
      for reading in self { values.append(try reading.get()) }
      return values
    }
  }
}

extension Result where Failure == Refusal {
  /// A problem with the command line.
  static func wrong(_ message: String, remedy: String? = nil) -> Self {
    .failure(Refusal(.wrongCommandLine, Diagnostic(message, remedy: remedy)))
  }

  /// A refusal because of the program's data.
  static func refused(_ diagnostic: Diagnostic) -> Self {
    .failure(Refusal(.refused, diagnostic))
  }

  /// The value, or a problem with the command line if it is nil.
  static func of(_ value: Success?, else message: String, remedy: String?) -> Self {
    value.map(Self.success) ?? .wrong(message, remedy: remedy)
  }

  /// Returns the value, or the problems with it if there are any.
  func unless(_ problems: (Success) -> [Diagnostic]) -> Self {
    flatMap { value in
      let found = problems(value)
      return found.isEmpty ? .success(value) : .failure(Refusal(.refused, found))
    }
  }

  /// The refusal, if there is one.
  fileprivate var refusals: [Refusal] {
    if case .failure(let refusal) = self { [refusal] } else { [] }
  }
}
