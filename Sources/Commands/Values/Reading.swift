import Text

/// A value that a command line gives, or everything that is wrong with it.
typealias Reading<Value> = Result<Value, Refusal>

/// The values of several readings.
/// - Throws: everything that is wrong with any of them, what is wrong with the command line first.
func readAll<each Value>(
  _ readings: repeat Reading<each Value>
) throws(Refusal) -> (repeat each Value) {
  var refusals: [Refusal] = []
  for reading in repeat each readings { refusals += reading.refusals }
  if let refusal = Refusal(all: refusals) { throw refusal }
  return (repeat try (each readings).get())
}

extension Sequence {
  /// The values of several readings of one kind, or everything that is wrong with any of them.
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
  /// Something that is wrong with the command line.
  static func wrong(_ message: String, remedy: String? = nil) -> Self {
    .failure(Refusal(.wrongCommandLine, Diagnostic(message, remedy: remedy)))
  }

  /// Something that the program's data says no to.
  static func refused(_ diagnostic: Diagnostic) -> Self {
    .failure(Refusal(.refused, diagnostic))
  }

  /// A value, or what is wrong with the command line where there is none.
  static func of(_ value: Success?, else message: String, remedy: String?) -> Self {
    value.map(Self.success) ?? .wrong(message, remedy: remedy)
  }

  /// The value, where there are no problems with it.
  func unless(_ problems: (Success) -> [Diagnostic]) -> Self {
    flatMap { value in
      let found = problems(value)
      return found.isEmpty ? .success(value) : .failure(Refusal(.refused, found))
    }
  }

  /// None or one.
  fileprivate var refusals: [Refusal] {
    if case .failure(let refusal) = self { [refusal] } else { [] }
  }
}
