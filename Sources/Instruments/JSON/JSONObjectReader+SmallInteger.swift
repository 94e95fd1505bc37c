import Text

// Numbers in a file are limited so that adding up many of them can never overflow.
extension JSONObjectReader {
  /// The whole number at `key`, at most a million either way. If it is missing or larger, a problem
  /// is reported and 0 is returned.
  mutating func smallInteger(_ key: String) -> Int {
    let number = integer(key)
    if smallNumbers.contains(number) { return number }
    report("\(number) is too large: the limit is a million either way", at: key)
    return 0
  }

  /// A number in the file as a whole number; nil if it has decimals or is beyond a million either
  /// way.
  static func smallInteger(_ number: Double) -> Int? {
    Int(exactly: number).flatMap { smallNumbers.contains($0) ? $0 : nil }
  }
}

private let smallNumbers = -1_000_000...1_000_000
