import Text

/// Consecutive faulty lines, with everything that the line after them may have followed.
struct SealRun: Sendable {
  /// True if the lines have no seals; otherwise their seals are wrong.
  let isUnsealed: Bool
  private(set) var lines: ClosedRange<Int>
  /// The first line as text, for messages.
  let text: String
  /// The seal of the first line.
  let first: LineSeal
  /// The seal above the first line.
  let before: Seal?
  /// The seal in the last line.
  private(set) var digits: Seal?
  /// The seal that the last line should have.
  private var computed: Seal?
  /// The nearest seal above the line after the run.
  private var nearestAbove: Seal?
  /// The digest by which a person accepts the run.
  private(set) var digest: Seal
  /// The position of the fault that caused this one.
  var consequenceOf: Int?
  /// The lines that may be about the file itself, by their numbers.
  private var fileLines: [Int: [UInt8]] = [:]
  /// The seals in the lines.
  private var seals: Set<Seal> = []

  /// - Parameters:
  ///   - line: the first line, without its line ending.
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

  /// Adds the next line to the run.
  mutating func add(_ line: ArraySlice<UInt8>, _ seal: LineSeal, above: Seal?) {
    lines = lines.lowerBound...lines.upperBound + 1
    digits = seal.digits
    computed = seal.computed(after: above)
    nearestAbove = seal.written ?? above
    digest = Seal(of: Array(line).span.bytes, after: digest)
  }

  /// Keeps the parts of the last line that count once a person accepts the run.
  mutating func keep(_ line: ArraySlice<UInt8>, _ seal: LineSeal, isAboutFile: Bool) {
    if let written = seal.written { seals.insert(written) }
    if isAboutFile { fileLines[lines.upperBound] = Array(line) }
  }

  /// The kind of the run if `next`, below the seal `above`, comes after it; nil if that line
  /// follows from nothing in or before the run.
  func kind(before next: LineSeal, above: Seal?) -> SealFault.Kind? {
    if next.follows(before) { return isUnsealed ? .unsealed : .inserted }
    if next.follows(above) { return .changed }
    if let digits, next.follows(digits) { return .changed }
    guard let computed, next.follows(computed) else { return nil }
    guard lines.count == 1 else { return kindAtTheEnd }
    return isUnsealed ? .sealRemoved : .sealChanged
  }

  /// The kind of the run if the next line follows from the nearest seal above it.
  var kindBeforeGoodLines: SealFault.Kind {
    if isUnsealed { return .unsealed }
    return nearestAbove == before ? .inserted : .changed
  }

  /// The kind of the run if no line follows.
  var kindAtTheEnd: SealFault.Kind { isUnsealed ? .unsealed : .changed }

  func fault(_ kind: SealFault.Kind) -> SealFault {
    SealFault(
      kind: kind, lines: lines, text: text, digest: digest, fileLines: fileLines, seals: seals,
      consequenceOf: consequenceOf)
  }
}
