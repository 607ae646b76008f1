package io.text2vec.bench.autoscaler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says on paper whether scaling to zero is worth it; see {@link Settings#USAGE}. */
public final class Autoscaler {
    private Autoscaler() {}

    /** @param arguments options; the repository root is the system property {@code bench.root} */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(System.getProperty("bench.root", "."));
        Settings settings;
        List<Traffic> traffic;
        try {
            settings = Settings.parse(root, List.of(arguments));
            traffic = traffic(settings);
        } catch (IllegalArgumentException e) { // a number that is none among them
            System.err.println(e.getMessage());
            System.err.print(Settings.USAGE);
            System.exit(2);
            return;
        }
        List<Row> rows = Case.all(traffic, settings.software()).parallelStream()
                .map(each -> new Row(each, each.simulate(settings)))
                .toList();
        System.out.println(Row.table(rows, settings.prices()));
        Files.createDirectories(settings.plot().toAbsolutePath().getParent());
        Files.writeString(settings.plot(), Plot.of(rows));
        System.out.println("Picture: " + settings.plot());
    }

    private static List<Traffic> traffic(Settings settings) throws IOException {
        List<Traffic> traffic = new ArrayList<>();
        for (Path file : settings.recorded()) {
            traffic.add(Traffic.read(file));
        }
        List<Traffic> days = Traffic.days();
        for (String name : settings.days()) {
            traffic.add(days.stream()
                    .filter(day -> day.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such day: " + name)));
        }
        return traffic.isEmpty() ? days : traffic;
    }
}
