// Public, since only public declarations are inlined into other modules.

/// Gives each different byte string a small number, in order of first appearance.
///
/// Participants, timepoints, instruments, attribute values and score texts are names that recur on
/// millions of lines; a line is compared and stored by these numbers, never as a `String`.
public struct InternTable: Sendable {
  /// An interned name.
  @usableFromInline
  struct Name: Sendable {
    /// The first bytes, up to a word.
    @usableFromInline let start: UInt64
    /// The offset of all bytes in `storage`.
    @usableFromInline let offset: UInt32
    @usableFromInline let length: UInt32

    @usableFromInline
    init(start: UInt64, offset: Int, length: Int) {
      self.start = start
      self.offset = UInt32(offset)
      self.length = UInt32(length)
    }

    /// The range of the bytes in `storage`.
    @inlinable
    var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
  }

  /// All byte strings, one after the other, with spare bytes so that words can be read at the end.
  @usableFromInline var storage = [UInt8](repeating: 0, count: 4 * ByteWord.size)
  @usableFromInline var names: [Name] = []
  /// The hash table (open addressing): the number of the name in each place, or `noName`. Compact
  /// entries matter: a table of millions of names is accessed at random and fits no cache.
  @usableFromInline var places = [Int32](repeating: Self.noName, count: 16)
  /// The shift that leaves the hash's highest bits as the place: 64 minus the number of those bits.
  @usableFromInline var shift: UInt64 = 60

  /// The number that marks an empty place: a name not in the table.
  @inlinable public static var noName: Int32 { -1 }

  /// An empty table.
  package init() {}

  /// A table of these names, numbered in their order.
  package init(_ names: some Sequence<String>) {
    for name in names { intern(name) }
  }

  /// The number of different byte strings.
  @inlinable
  public var count: Int { names.count }

  /// The byte string with this number, as text.
  package subscript(number: Int) -> String {
    String(decoding: bytes(of: number), as: UTF8.self)
  }

  /// All byte strings as texts, in the order of their numbers.
  package var texts: [String] { (0..<count).map { self[$0] } }

  /// The byte string with this number.
  package func bytes(of number: Int) -> ArraySlice<UInt8> {
    storage[names[number].range]
  }

  /// The number of the byte string at `range` of `bytes`, or nil if it is not in the table. `bytes`
  /// must continue for `ByteWord.size` bytes after the range.
  @inlinable
  public func number(of bytes: RawSpan, _ range: Range<Int>) -> Int? {
    let number = places[place(of: bytes, range)]
    return number == Self.noName ? nil : Int(number)
  }

  /// The place of the byte string, or the empty place where it belongs.
  @inlinable @inline(__always)
  func place(of bytes: RawSpan, _ range: Range<Int>) -> Int {
    let start = Self.start(bytes, range)
    var place = Int(Self.hash(start, bytes, range) &>> shift)
    while places[place] != Self.noName {
      if isName(Int(places[place]), start, bytes, range) { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  /// The number of the name in the first slot of a byte string; `noName` if that slot is empty, so
  /// that the byte string is not in the table. It takes one memory access and no branch, so that
  /// many lookups can be in flight at once.
  @inlinable @inline(__always)
  public func candidate(for bytes: RawSpan, _ range: Range<Int>) -> Int32 {
    places[Int(Self.hash(Self.start(bytes, range), bytes, range) &>> shift)]
  }

  /// True if the byte string at `range` of `bytes` is the name with this number; false for a number
  /// beyond the table's.
  @inlinable
  public func isName(_ number: Int, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    number < names.count && isName(number, Self.start(bytes, range), bytes, range)
  }

  /// - Parameter start: the first bytes, up to a word.
  @inlinable @inline(__always)
  func isName(_ number: Int, _ start: UInt64, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    let name = names[number]
    return name.start == start && Int(name.length) == range.count
      && (range.count <= ByteWord.size || isEqual(name.range, bytes, range))
  }

  /// The end of the name with this number if it is at `start` of `bytes`; nil otherwise, and for a
  /// number beyond the table's. `bytes` must continue for `ByteWord.size` bytes after the line.
  @inlinable @inline(__always)
  public func end(of number: Int, in bytes: RawSpan, from start: Int) -> Int? {
    guard number < names.count else { return nil }
    let name = names[number]
    let length = Int(name.length)
    let head = ByteWord.load(bytes, at: start, count: min(length, ByteWord.size))
    guard head == name.start,
      length <= ByteWord.size || isEqual(name.range, bytes, start..<start + length)
    else { return nil }
    return start + length
  }

  /// The number of a byte string of up to `ByteWord.size` bytes, given as a word padded with zeros;
  /// nil if it is not in the table.
  @inlinable @inline(__always)
  public func number(ofShort text: UInt64, length: Int) -> Int? {
    var place = Int((text &* Self.mixer) &>> shift)
    while places[place] != Self.noName {
      let name = names[Int(places[place])]
      if name.start == text, Int(name.length) == length { return Int(places[place]) }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// The number of `name`, or nil if it is not in the table.
  package func number(of name: String) -> Int? {
    let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return number(of: bytes.span.bytes, 0..<name.utf8.count)
  }

  /// The number of the byte string at `range`, which is added if it is new.
  package mutating func intern(_ bytes: RawSpan, _ range: Range<Int>) -> Int {
    if (count + 1) * 2 > places.count { makePlaces(places.count * 2) }
    let place = place(of: bytes, range)
    if places[place] != Self.noName { return Int(places[place]) }
    places[place] = Int32(count)
    store(bytes, range)
    return count - 1
  }

  /// Appends a copy of a byte string.
  @inline(__always)
  private mutating func store(_ bytes: RawSpan, _ range: Range<Int>) {
    let end = names.last?.range.upperBound ?? 0
    if end + range.count + ByteWord.size > storage.count {
      storage += repeatElement(0, count: storage.count + range.count)
    }
    // The bytes copied beyond the name are overwritten by the next name.
    ByteWord.copy(bytes, range, into: &storage, at: end)
    names.append(Name(start: Self.start(bytes, range), offset: end, length: range.count))
  }

  /// The number of `name`, which is added if it is new.
  @discardableResult
  package mutating func intern(_ name: String) -> Int {
    let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    return intern(bytes.span.bytes, 0..<name.utf8.count)
  }

  /// True if a long byte string matches a stored one beyond the first word.
  @usableFromInline
  func isEqual(_ own: Range<Int>, _ bytes: RawSpan, _ range: Range<Int>) -> Bool {
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

  /// Makes room for this many names at once, to avoid rehashing repeatedly.
  package mutating func reserveCapacity(_ count: Int) {
    names.reserveCapacity(count)
    var places = places.count
    while places < count * 2 { places *= 2 }
    if places > self.places.count { makePlaces(places) }
  }

  /// Rebuilds the hash table.
  ///
  /// - Parameter count: the number of places, a power of 2.
  private mutating func makePlaces(_ count: Int) {
    shift = UInt64(UInt64.bitWidth - count.trailingZeroBitCount)
    var places = [Int32](repeating: Self.noName, count: count)
    for number in names.indices {
      let name = names[number]
      var place = Int(Self.hash(name.start, storage.span.bytes, name.range) &>> shift)
      while places[place] != Self.noName { place = (place + 1) & (count - 1) }
      places[place] = Int32(number)
    }
    self.places = places
  }

  /// The first bytes of a byte string, up to a word.
  @inlinable @inline(__always)
  static func start(_ bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    ByteWord.load(bytes, at: range.lowerBound, count: min(range.count, ByteWord.size))
  }

  /// 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, volume 3, section
  /// 6.4).
  @inlinable static var mixer: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// Mixes the byte string's words.
  @inlinable @inline(__always)
  static func hash(_ start: UInt64, _ bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    var hash = start &* mixer
    var offset = ByteWord.size
    while offset < range.count {
      let word = ByteWord.load(
        bytes, at: range.lowerBound + min(offset, range.count - ByteWord.size))
      hash = (hash ^ (hash >> 32) ^ word) &* mixer
      offset += ByteWord.size
    }
    return hash
  }
}
