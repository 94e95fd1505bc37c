/// The numbers of people that an output shows or reveals, with the sums between them.
///
/// It contains everything from which a reader who knows how the output is made can compute: a
/// number that follows from others must be included with the corresponding sum, even if it is never
/// printed.
package struct DisclosedCounts: Sendable {
  /// The use of a number in the output.
  package enum Use: Int, Sendable {
    /// It is not printed, but may follow from numbers that are.
    case unprinted
    /// A detail that can be left out, such as the reasons for missing scores. Hidden first.
    case detail
    /// Statistics of one timepoint depend on it.
    case description
    /// The change depends on it: hidden last.
    case result
    /// The reader knows it in any case: it is never hidden, and therefore must not be too small.
    case known
  }

  /// One number of people.
  struct Entry: Sendable {
    let address: CountAddress
    let count: Int
    let use: Use
  }

  /// One number that is the sum of others; positions in `entries`.
  struct Sum: Sendable {
    let whole: Int
    let parts: [Int]
  }

  private(set) var entries: [Entry] = []
  private(set) var sums: [Sum] = []
  private var positions: [CountAddress: Int] = [:]

  package init() {}

  /// Adds a number; a number already present is not changed.
  package mutating func add(_ address: CountAddress, _ count: Int, _ use: Use) {
    guard positions[address] == nil else { return }
    positions[address] = entries.count
    entries.append(Entry(address: address, count: count, use: use))
  }

  /// Adds the relation that one number is the sum of others.
  ///
  /// - Precondition: all of them are in the disclosed counts, and they do add up.
  package mutating func addSum(_ whole: CountAddress, of parts: [CountAddress]) {
    let partPositions = parts.compactMap { positions[$0] }
    guard let wholePosition = positions[whole], partPositions.count == parts.count else {
      preconditionFailure("a sum contains numbers that are not in the disclosed counts")
    }
    let sum = partPositions.reduce(0) { $0 + entries[$1].count }
    precondition(sum == entries[wholePosition].count, "\(whole) is not the sum of its parts")
    sums.append(Sum(whole: wholePosition, parts: partPositions))
  }

  /// The position of a number in `entries`; nil if it is not there.
  func position(of address: CountAddress) -> Int? { positions[address] }

  /// The number of people at an address; nil if it is not there.
  func count(_ address: CountAddress) -> Int? {
    positions[address].map { entries[$0].count }
  }
}
