/// Gives each different byte string a small number, in the order in which they first came.
///
/// Participants, timepoints, instruments, attribute values and score texts are all names that recur on
/// millions of lines; a line is compared and stored by these numbers, never by a `String`.
public struct InternTable: Sendable {
  /// A place of the hash table (open addressing).
  @usableFromInline
  struct Slot: Sendable {
    /// The first bytes of the byte string, as many as a word holds.
    @usableFromInline let start: UInt64
    /// The length in bytes; 0 with number −1 in an empty place.
    @usableFromInline let length: Int32
    @usableFromInline let number: Int32

    @usableFromInline
    init(start: UInt64, length: Int, number: Int) {
      self.start = start
      self.length = Int32(length)
      self.number = Int32(number)
    }

    @usableFromInline static let empty = Slot(start: 0, length: 0, number: -1)
  }

  /// All byte strings one after the other, with spare bytes so that words can be read at the end.
  @usableFromInline var storage = [UInt8](repeating: 0, count: 4 * ByteWord.size)
  /// Where each byte string ends in `storage`.
  @usableFromInline var ends: [Int] = []
  @usableFromInline var slots = [Slot](repeating: .empty, count: 16)
  /// The hash's highest bits are the place: 64 less the bits that count the places.
  @usableFromInline var shift: UInt64 = 60

  /// A table without any name.
  public init() {}

  /// A table of these names, numbered in their order.
  public init(_ names: some Sequence<String>) {
    for name in names { intern(name) }
  }

  /// How many different byte strings there are.
  public var count: Int { ends.count }

  /// The byte string with this number, as text.
  public subscript(number: Int) -> String {
    String(decoding: storage[range(of: number)], as: UTF8.self)
  }

  /// All byte strings as texts, in the order of their numbers.
  public var texts: [String] { (0..<count).map { self[$0] } }

  /// The byte string with this number.
  public func bytes(of number: Int) -> ArraySlice<UInt8> {
    storage[range(of: number)]
  }

  /// The number of the byte string at `range` of `bytes`, or nil where it is not in the table.
  /// `bytes` must go on for `ByteWord.size` bytes after the range.
  @inlinable
  public func number(of bytes: RawSpan, _ range: Range<Int>) -> Int? {
    let number = slots[place(of: bytes, range)].number
    return number >= 0 ? Int(number) : nil
  }

  /// The place in `slots` where the byte string stands, or the empty one where it belongs.
  @inlinable @inline(__always)
  func place(of bytes: RawSpan, _ range: Range<Int>) -> Int {
    let start = ByteWord.load(
      bytes, at: range.lowerBound, count: min(range.count, ByteWord.size))
    var place = Int(Self.hash(start, length: range.count, bytes, range) &>> shift)
    while slots[place].number >= 0 {
      let slot = slots[place]
      if slot.start == start, Int(slot.length) == range.count,
        range.count <= ByteWord.size || isEqual(Int(slot.number), bytes, range)
      {
        break
      }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Whether the byte string at `range` of `bytes` is the one with this number; a number beyond the
  /// table's is no name's.
  @inlinable
  public func isName(_ number: Int, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard number < ends.count else { return false }
    let own = self.range(of: number)
    guard own.count == range.count else { return false }
    let head = min(own.count, ByteWord.size)
    let mine = ByteWord.load(storage.span.bytes, at: own.lowerBound, count: head)
    return mine == ByteWord.load(bytes, at: range.lowerBound, count: head)
      && (own.count <= ByteWord.size || isEqual(number, bytes, range))
  }

  /// The number of `name`, or nil where it is not in the table.
  public func number(of name: String) -> Int? {
    let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return number(of: bytes.span.bytes, 0..<name.utf8.count)
  }

  /// The number of the byte string at `range`, which is added where it is new.
  public mutating func intern(_ bytes: RawSpan, _ range: Range<Int>) -> Int {
    if (count + 1) * 2 > slots.count { resize(to: slots.count * 2) }
    let place = place(of: bytes, range)
    if slots[place].number >= 0 { return Int(slots[place].number) }
    let start = ByteWord.load(
      bytes, at: range.lowerBound, count: min(range.count, ByteWord.size))
    slots[place] = Slot(start: start, length: range.count, number: count)
    store(bytes, range)
    return count - 1
  }

  /// Copies a byte string behind the others.
  private mutating func store(_ bytes: RawSpan, _ range: Range<Int>) {
    let end = ends.last ?? 0
    if end + range.count + ByteWord.size > storage.count {
      storage += repeatElement(0, count: storage.count + range.count)
    }
    var copy = storage.mutableSpan
    for index in 0..<range.count {
      copy[end + index] = bytes.byte(at: range.lowerBound + index)
    }
    ends.append(end + range.count)
  }

  /// The number of `name`, which is added where it is new.
  @discardableResult
  public mutating func intern(_ name: String) -> Int {
    let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return intern(bytes.span.bytes, 0..<name.utf8.count)
  }

  @usableFromInline
  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Whether a long byte string goes on as its first word promised.
  @usableFromInline
  func isEqual(_ number: Int, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    let own = self.range(of: number)
    let ownBytes = storage.span.bytes
    var offset = ByteWord.size
    while true {
      // The last word overlaps the one before, so that none is cut short.
      let start = min(offset, range.count - ByteWord.size)
      let mine = ByteWord.load(ownBytes, at: own.lowerBound + start)
      let other = ByteWord.load(bytes, at: range.lowerBound + start)
      if mine != other { return false }
      offset += ByteWord.size
      if offset >= range.count { return true }
    }
  }

  /// Puts a byte string of `storage` into an empty place.
  private mutating func place(_ number: Int) {
    let range = range(of: number)
    let (start, hash) = startAndHash(range)
    var place = Int(hash &>> shift)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(start: start, length: range.count, number: number)
  }

  private func startAndHash(_ range: Range<Int>) -> (UInt64, UInt64) {
    let bytes = storage.span.bytes
    let start = ByteWord.load(
      bytes, at: range.lowerBound, count: min(range.count, ByteWord.size))
    return (start, Self.hash(start, length: range.count, bytes, range))
  }

  /// Makes room for this many names at once, which spares placing them again and again.
  public mutating func reserveCapacity(_ names: Int) {
    var places = slots.count
    while places < names * 2 { places *= 2 }
    if places > slots.count { resize(to: places) }
  }

  /// - Parameter places: a power of 2.
  private mutating func resize(to places: Int) {
    slots = [Slot](repeating: .empty, count: places)
    shift = UInt64(UInt64.bitWidth - places.trailingZeroBitCount)
    for number in 0..<count { place(number) }
  }

  /// Mixes the byte string's words; the multiplier is 2^64 divided by the golden ratio (Knuth, The
  /// Art of Computer Programming, volume 3, section 6.4).
  @inlinable
  static func hash(_ start: UInt64, length: Int, _ bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    var hash = start &* 0x9E37_79B9_7F4A_7C15
    var offset = ByteWord.size
    while offset < length {
      let word = ByteWord.load(
        bytes, at: range.lowerBound + min(offset, length - ByteWord.size))
      hash = (hash ^ (hash >> 32) ^ word) &* 0x9E37_79B9_7F4A_7C15
      offset += ByteWord.size
    }
    return hash
  }
}
