import Records

/// The header of one entry of a tar archive.
///
/// 512 bytes in the form “ustar” (POSIX.1-2017, `pax`, “ustar Interchange Format”), of which only
/// what a backup needs is used: files and folders, readable by their owner alone, of user and group
/// 0.
struct TarHeader: Sendable, Equatable {
  /// What an entry is, by the byte that says so.
  enum Kind: UInt8, Sendable {
    case file = 0x30
    case folder = 0x35
  }

  /// The bytes of a header; contents are filled up with zeros to a multiple of it.
  static let blockSize = 512

  /// The path from the place where the archive is unpacked, without a slash at the end.
  let path: String
  let kind: Kind
  /// Bytes of the contents; 0 for a folder.
  let size: Int
  /// Not before 1970.
  let modified: Timestamp

  /// The header's path in its two fields.
  private let prefix: [UInt8]
  private let name: [UInt8]

  /// - Returns: nil where the form has no room for so long a path or so large a size.
  init?(path: String, kind: Kind, size: Int = 0, modified: Timestamp) {
    let written = Array((kind == .folder ? path + "/" : path).utf8)
    guard let fields = Self.fields(of: written), 0..<Self.sizeLimit ~= size else { return nil }
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = Timestamp(secondsSinceEpoch: max(0, modified.secondsSinceEpoch))
    (prefix, name) = fields
  }

  /// The header that stands in these bytes; nil where they are not, to the last byte, what this
  /// type writes.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockSize, let kind = Kind(rawValue: block[156]),
      let size = Self.number(block[124..<136]), let seconds = Self.number(block[136..<148])
    else { return nil }
    let prefix = Self.text(block[345..<500])
    var path = (prefix.isEmpty ? "" : prefix + "/") + Self.text(block[0..<100])
    if kind == .folder, path.hasSuffix("/") { path.removeLast() }
    self.init(
      path: path, kind: kind, size: size,
      modified: Timestamp(secondsSinceEpoch: Int64(seconds)))
    guard bytes == block else { return nil }
  }

  /// Where the next header stands, counted from the end of this one: behind the contents and the
  /// zeros that fill them up.
  var paddedSize: Int { (size + Self.blockSize - 1) / Self.blockSize * Self.blockSize }

  /// The header as it stands in the archive.
  var bytes: [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ field: some Collection<UInt8>, at start: Int) {
      block.replaceSubrange(start..<start + field.count, with: field)
    }
    put(name, at: 0)
    put(Self.octal(kind == .folder ? 0o700 : 0o600, digits: 7), at: 100)
    put(Self.octal(0, digits: 7), at: 108)
    put(Self.octal(0, digits: 7), at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put(Self.octal(Int(modified.secondsSinceEpoch), digits: 11), at: 136)
    put(repeatElement(0x20, count: 8), at: 148)
    block[156] = kind.rawValue
    put(Array("ustar\u{0}00".utf8), at: 257)
    put(Self.octal(0, digits: 7), at: 329)
    put(Self.octal(0, digits: 7), at: 337)
    put(prefix, at: 345)
    // The sum is taken with spaces in its own field, and ends with a zero and the last of them.
    put(Self.octal(block.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// Sizes have eleven octal digits.
  private static let sizeLimit = 1 << 33
  private static let nameLength = 100
  private static let prefixLength = 155

  /// A path cut at a slash where it does not fit into the field for names; nil where no slash
  /// helps.
  private static func fields(of path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if path.isEmpty { return nil }
    if path.count <= nameLength { return ([], path) }
    // A slash at the very end, of a folder, leaves no name.
    guard let slash = path.dropLast().prefix(prefixLength + 1).lastIndex(of: 0x2F), slash > 0,
      path.count - slash - 1 <= nameLength
    else { return nil }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  private static func octal(_ value: Int, digits: Int) -> [UInt8] {
    let text = String(value, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    Int(text(field), radix: 8)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
