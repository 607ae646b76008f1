package io.text2vec.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the build says of the modules that the applications are made of.
 *
 * @param folders of each module by its name, as the root's pom lists them
 * @param declared whom a module declares as a dependency, those of profiles too, those of tests not
 */
record Poms(Map<String, Path> folders, Map<String, Set<String>> declared) {
    /** The folders whose modules are drawn; {@code infra} is part of no application. */
    private static final Set<Path> DRAWN = Set.of(Path.of("model-cache"), Path.of("functions"));

    private static final String OURS = "text2vec-";

    /** @throws UncheckedIOException if a pom can't be read */
    static Poms ofThisBuild() {
        try {
            return of(Path.of(System.getProperty("text2vec.root")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Poms of(Path root) throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        Map<String, Set<String>> declared = new TreeMap<>();
        for (Element module : elements(pom(root), "module")) {
            Path folder = Path.of(module.getTextContent());
            if (DRAWN.contains(folder.getParent())) {
                String name = folder.getFileName().toString();
                folders.put(name, root.resolve(folder));
                declared.put(name, dependencies(pom(root.resolve(folder))));
            }
        }
        return new Poms(folders, declared);
    }

    private static Set<String> dependencies(Element pom) {
        Set<String> names = new LinkedHashSet<>();
        for (Element dependency : elements(pom, "dependency")) {
            String artifact = text(dependency, "artifactId");
            if (artifact.startsWith(OURS) && !text(dependency, "scope").equals("test")) {
                names.add(artifact.substring(OURS.length()));
            }
        }
        return names;
    }

    private static Element pom(Path folder) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The pom in " + folder + " can't be read.", e);
        }
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
                .toList();
    }
}
