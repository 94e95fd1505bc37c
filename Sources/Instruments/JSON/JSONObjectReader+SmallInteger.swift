import Text

// Numbers from a file are kept small enough that adding up many of them can never overflow.
extension JSONObjectReader {
  /// The whole number at `key`, up to a million either way; a missing one, or one beyond, is a
  /// problem and reads as 0.
  mutating func smallInteger(_ key: String) -> Int {
    let number = integer(key)
    if smallNumbers.contains(number) { return number }
    report("\(number) is too large to be meant", at: key)
    return 0
  }

  /// A number of the file as a whole number; nil with decimals or beyond a million either way.
  static func smallInteger(_ number: Double) -> Int? {
    Int(exactly: number).flatMap { smallNumbers.contains($0) ? $0 : nil }
  }
}

private let smallNumbers = -1_000_000...1_000_000
