package io.text2vec.bench;

import io.text2vec.bench.direct.Ceiling;
import io.text2vec.bench.direct.Ceiling.Best;
import io.text2vec.bench.direct.Setting;
import io.text2vec.bench.load.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of one length, and the best that one process can do with them.
 *
 * @param tokens of each text, special tokens included
 * @param texts all distinct
 * @param file the texts, one a line
 * @param single the fastest setting that runs each text alone
 * @param oneCaller the fastest that has one text under way at a time
 * @param batched the fastest that runs several texts together
 * @param sameness the smallest cosine between vectors of batched and of single
 */
record Workload(int tokens, List<String> texts, Path file, Best single, Best oneCaller, Best batched, double sameness) {

    private static final Duration TRIAL = Duration.ofSeconds(1);

    /** Makes the texts and tries every setting. */
    static Workload make(int tokens, Ceiling ceiling, Path directory) throws IOException {
        List<String> texts = Texts.forLoad(tokens, text -> ceiling.tokenizer().encode(text).length);
        Path file = Files.write(directory.resolve(tokens + "-tokens.txt"), texts);
        int cores = Runtime.getRuntime().availableProcessors();
        ceiling.textsPerSecond(new Setting(1, cores, 1), texts, TRIAL); // warms up
        Best single = ceiling.best(Setting.oneTextARun(cores), texts, TRIAL);
        Best oneCaller = ceiling.best(Setting.oneCaller(cores), texts, TRIAL);
        Best batched = ceiling.best(single.setting().batched(), texts, TRIAL);
        double sameness = ceiling.sameness(batched.setting(), texts);
        return new Workload(tokens, texts, file, single, oneCaller, batched, sameness);
    }

    /** What a server that serves many has to be measured against: the fastest setting that gives the same vectors. */
    Setting ceiling() {
        boolean batch = Ceiling.same(sameness) && batched.textsPerSecond() > single.textsPerSecond();
        return batch ? batched.setting() : single.setting();
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("tokens", tokens);
        figures.put("texts", texts.size());
        figures.put("single", figures(single));
        figures.put("oneCaller", figures(oneCaller));
        figures.put("batched", figures(batched));
        figures.put("batchedCosine", sameness);
        figures.put("ceiling", ceiling().toString());
        return figures;
    }

    private static Map<String, Object> figures(Best best) {
        return Map.of("setting", best.setting().toString(), "textsPerSecond", best.textsPerSecond());
    }
}
