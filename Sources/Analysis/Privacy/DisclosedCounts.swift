/// The numbers of people that an output shows or gives away, with the sums that hold between them.
///
/// It is the whole of what a reader who knows how the output is made can compute with: a number
/// that follows from others must be in it with the sum by which it follows, also where it is never
/// printed.
package struct DisclosedCounts: Sendable {
  /// What becomes of a number in the output.
  package enum Use: Int, Sendable {
    /// It is not printed, but may follow from what is.
    case unprinted
    /// A part of the story that can be done without, such as why somebody is missing. Hidden first.
    case detail
    /// Statistics of one timepoint stand on it.
    case description
    /// The change stands on it: hidden last.
    case result
    /// The reader knows it in any case: it is never hidden, and so must not be too small.
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

  /// Adds a number. One that is there already stays as it is.
  package mutating func add(_ address: CountAddress, _ count: Int, _ use: Use) {
    guard positions[address] == nil else { return }
    positions[address] = entries.count
    entries.append(Entry(address: address, count: count, use: use))
  }

  /// Says that one number is the sum of others.
  /// - Precondition: all of them are in the disclosed counts, and they do add up.
  package mutating func addSum(_ whole: CountAddress, of parts: [CountAddress]) {
    let partPositions = parts.compactMap { positions[$0] }
    guard let wholePosition = positions[whole], partPositions.count == parts.count else {
      preconditionFailure("a sum of numbers that are not among the disclosed counts")
    }
    let sum = partPositions.reduce(0) { $0 + entries[$1].count }
    precondition(sum == entries[wholePosition].count, "\(whole) is not the sum of its parts")
    sums.append(Sum(whole: wholePosition, parts: partPositions))
  }

  /// Where a number stands in `entries`, if it is here.
  func position(of address: CountAddress) -> Int? { positions[address] }

  /// The number of people at an address, if it is here.
  func count(_ address: CountAddress) -> Int? {
    positions[address].map { entries[$0].count }
  }
}
