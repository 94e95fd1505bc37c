import Text

/// A run of faulty lines as long as it may grow, with everything that the next line may have
/// followed.
struct SealRun: Sendable {
  /// Whether these are lines without seals; else their seals are not right.
  let isUnsealed: Bool
  private(set) var lines: ClosedRange<Int>
  /// The first line as text, for messages.
  let text: String
  /// What the first line says about its seal.
  let first: LineSeal
  /// The seal above the first line.
  let before: Seal?
  /// The seal that stands in the last line.
  private(set) var digits: Seal?
  /// The seal that the last line ought to have.
  private var computed: Seal?
  /// The nearest seal above the line after the run.
  private var nearestAbove: Seal?
  /// What the run is known by when a person accepts it.
  private(set) var digest: Seal
  /// The fault of which this one is only a consequence.
  var consequenceOf: Int?
  /// Those of the lines that may be about the file itself, by their numbers.
  private var fileLines: [Int: [UInt8]] = [:]
  /// The seals that stand in the lines.
  private var seals: Set<Seal> = []

  /// - Parameters:
  ///   - line: the first line, without its line end.
  ///   - above: the nearest seal above it.
  init(_ line: ArraySlice<UInt8>, _ seal: LineSeal, number: Int, above: Seal?) {
    isUnsealed = seal.isMissing
    lines = number...number
    text = String(decoding: line, as: UTF8.self)
    first = seal
    before = above
    digits = seal.digits
    computed = seal.computed(after: above)
    nearestAbove = seal.written ?? above
    digest = Seal(of: Array(line).span.bytes, after: above)
  }

  /// Takes the next line as one more of the same kind.
  mutating func add(_ line: ArraySlice<UInt8>, _ seal: LineSeal, above: Seal?) {
    lines = lines.lowerBound...lines.upperBound + 1
    digits = seal.digits
    computed = seal.computed(after: above)
    nearestAbove = seal.written ?? above
    digest = Seal(of: Array(line).span.bytes, after: digest)
  }

  /// Keeps what counts of the last line once a person accepts the run.
  mutating func keep(_ line: ArraySlice<UInt8>, _ seal: LineSeal, isAboutFile: Bool) {
    if let written = seal.written { seals.insert(written) }
    if isAboutFile { fileLines[lines.upperBound] = Array(line) }
  }

  /// What is known of the run when `next`, below the seal `above`, comes after it; nil where that
  /// line follows from nothing in or before the run.
  func kind(before next: LineSeal, above: Seal?) -> SealFault.Kind? {
    if next.follows(before) { return isUnsealed ? .unsealed : .inserted }
    if next.follows(above) { return .changed }
    if let digits, next.follows(digits) { return .changed }
    guard let computed, next.follows(computed) else { return nil }
    guard lines.count == 1 else { return kindAtTheEnd }
    return isUnsealed ? .sealRemoved : .sealChanged
  }

  /// The same where the next line follows from the nearest seal above it.
  var kindBeforeGoodLines: SealFault.Kind {
    if isUnsealed { return .unsealed }
    return nearestAbove == before ? .inserted : .changed
  }

  /// The same where nothing follows that could tell more.
  var kindAtTheEnd: SealFault.Kind { isUnsealed ? .unsealed : .changed }

  func fault(_ kind: SealFault.Kind) -> SealFault {
    SealFault(
      kind: kind, lines: lines, text: text, digest: digest, fileLines: fileLines, seals: seals,
      consequenceOf: consequenceOf)
  }
}
