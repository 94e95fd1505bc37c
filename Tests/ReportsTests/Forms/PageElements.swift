import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of a page of HTML that is well-formed XML, in the order of their start tags.
final class PageElements: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var all: [Element] = []

  /// - Throws: if the page is not well-formed.
  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  /// The attributes of each element with that name.
  func named(_ name: String) -> [[String: String]] {
    all.filter { $0.name == name }.map(\.attributes)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    all.append(Element(name: name, attributes: attributes))
  }
}
