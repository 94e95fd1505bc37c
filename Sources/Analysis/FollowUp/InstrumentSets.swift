/// The different sets of a program's instruments, each with a number. A set is built one instrument
/// after the other, in the program's order, so that any number of instruments is possible.
struct InstrumentSets {
  /// The set that each number stands for, by the positions of the instruments.
  private(set) var sets: [[Int]] = [[]]
  /// For each number, the number without and with the next instrument; `unknown` until needed.
  private var next: [(without: Int32, with: Int32)] = [(unknown, unknown)]

  private static let unknown: Int32 = -1
  /// The number to begin with.
  static let start: Int32 = 0

  /// Returns the number of a set after the next instrument, which belongs to it or does not.
  @inline(__always)
  mutating func number(after number: Int32, _ instrument: Int, isMember: Bool) -> Int32 {
    let next = next[Int(number)]
    let known = isMember ? next.with : next.without
    return known == Self.unknown ? add(after: number, instrument, isMember) : known
  }

  private mutating func add(after number: Int32, _ instrument: Int, _ isMember: Bool) -> Int32 {
    let new = Int32(sets.count)
    sets.append(sets[Int(number)] + (isMember ? [instrument] : []))
    next.append((Self.unknown, Self.unknown))
    if isMember { next[Int(number)].with = new } else { next[Int(number)].without = new }
    return new
  }
}
