package io.text2vec.bench.autoscaler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Requests that come, second by second.
 *
 * @param perSecond their number in each second; only read
 */
record Traffic(String name, int[] perSecond) {
    private static final int DAY = 86_400;
    private static final double MANY = 50; // from here on the normal distribution stands for Poisson's

    /** The days that are simulated when nothing else is asked for. */
    static List<Traffic> days() {
        return List.of(sparse(), office(), bursts(), internet());
    }

    /** Twenty an hour, at random. */
    static Traffic sparse() {
        return drawn("sparse", DAY, second -> 20.0 / 3600);
    }

    /** Up to 40 a second at half past one, and six an hour between eight in the evening and seven. */
    static Traffic office() {
        return drawn("office", DAY, second -> {
            double hour = second / 3600;
            boolean closed = hour < 7 || hour >= 20;
            return closed ? 6.0 / 3600 : 40 * Math.pow(Math.sin(Math.PI * (hour - 7) / 13), 2);
        });
    }

    /** Two a second, and for 30 seconds about every 20 minutes 1500 a second. */
    static Traffic bursts() {
        Random chance = new Random(2);
        double[] rates = new double[DAY];
        for (int second = 0; second < DAY; second++) {
            rates[second] += 2;
            if (chance.nextDouble() < 1.0 / 1200) {
                for (int within = second; within < Math.min(DAY, second + 30); within++) {
                    rates[within] = 1500;
                }
            }
        }
        return drawn("bursts", DAY, second -> rates[(int) second]);
    }

    /** A million a minute at eight in the evening, three tenths of it at eight in the morning. */
    static Traffic internet() {
        return drawn(
                "internet",
                DAY,
                second -> 1e6 / 60 * (0.65 + 0.35 * Math.cos(2 * Math.PI * (second / 3600 - 20) / 24)));
    }

    /**
     * Reads recorded traffic: a line for each second with the number of its requests, or {@code second,requests}; seconds
     * that are left out had none. A first line that begins with a letter is a head.
     */
    static Traffic read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !Character.isLetter(line.charAt(0)))
                .toList();
        int[] seconds = new int[lines.size()];
        int[] counts = new int[lines.size()];
        int length = 0;
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("[,;\t]");
            try {
                seconds[i] = cells.length > 1 ? Integer.parseInt(cells[0].strip()) : i;
                counts[i] = Integer.parseInt(cells[cells.length - 1].strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        file + " needs second,requests or requests in each line, got " + lines.get(i), e);
            }
            if (counts[i] < 0 || seconds[i] < 0 || seconds[i] > 366 * DAY) {
                throw new IllegalArgumentException(file + " has a line that can't be: " + lines.get(i));
            }
            length = Math.max(length, seconds[i] + 1);
        }
        int[] perSecond = new int[length];
        for (int i = 0; i < seconds.length; i++) {
            perSecond[seconds[i]] += counts[i];
        }
        return new Traffic(file.getFileName().toString(), perSecond);
    }

    /** Draws Poisson's numbers around a rate a second; the same ones each time. */
    static Traffic drawn(String name, int seconds, DoubleUnaryOperator rate) {
        Random chance = new Random(name.hashCode());
        int[] perSecond = new int[seconds];
        for (int second = 0; second < seconds; second++) {
            perSecond[second] = poisson(rate.applyAsDouble(second), chance);
        }
        return new Traffic(name, perSecond);
    }

    /** Requests a second in the busiest ten seconds. */
    double peak() {
        int window = Math.min(10, Math.max(1, perSecond.length));
        long sum = 0;
        long most = 0;
        for (int second = 0; second < perSecond.length; second++) {
            sum += perSecond[second] - (second >= window ? perSecond[second - window] : 0);
            most = Math.max(most, sum);
        }
        return (double) most / window;
    }

    /** Requests a second in the first ten seconds. */
    double start() {
        return Arrays.stream(perSecond).limit(10).average().orElse(0);
    }

    double hours() {
        return perSecond.length / 3600.0;
    }

    private static int poisson(double mean, Random chance) {
        if (mean > MANY) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * chance.nextGaussian()));
        }
        double left = Math.exp(-mean);
        int number = 0;
        for (double product = chance.nextDouble(); product > left; product *= chance.nextDouble()) {
            number++;
        }
        return number;
    }
}
