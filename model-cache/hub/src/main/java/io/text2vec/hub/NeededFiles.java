package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.source.TokenizerForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of a model's files are needed: what describes it, and a graph or, where there is none of the wanted kind, what one
 * is made of.
 *
 * @param described configuration, tokenizer, sentence-transformers modules, model card
 * @param graph the graph that will be run, if the model has it
 * @param variant which it is, or is to be
 * @param source what a graph is made of where the model has none of that variant: weights, else the plain graph
 * @param reason why this graph, in words
 */
record NeededFiles(List<String> described, Optional<String> graph, String variant, List<String> source, String reason) {
    private static final List<String> ROOT = List.of(
            "config.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "modules.json",
            "config_sentence_transformers.json",
            "README.md");
    private static final Pattern SENTENCE_CONFIG =
            Pattern.compile("(\\d+_Transformer/)?sentence_[\\w-]+_config\\.json");
    private static final Pattern MODULE_CONFIG = Pattern.compile("\\d+_\\w+/config\\.json");
    private static final Pattern MODULE_WEIGHTS =
            Pattern.compile("\\d+_(?!Transformer/)\\w+/(model\\.safetensors|pytorch_model\\.bin)");
    private static final String SAFETENSORS = "model.safetensors";
    private static final String PYTORCH = "pytorch_model.bin";

    NeededFiles {
        described = List.copyOf(described);
        source = List.copyOf(source);
    }

    /**
     * Chooses by name.
     *
     * @param model its id, for messages
     * @throws HubException.NotSupported if the model lacks what nothing can replace
     */
    static NeededFiles among(Collection<String> names, String model, Variant variant, CpuKind here) {
        TokenizerForm tokenizer = TokenizerForm.among(names::contains)
                .orElseThrow(() -> lacking(model, "tokenizer (" + TokenizerForm.wanted() + ")"));
        if (!names.contains("config.json")) {
            throw lacking(model, "config.json");
        }
        List<String> described = described(names, tokenizer);
        Optional<GraphFile> graph = graph(names, model, variant, here);
        if (graph.isPresent()) {
            return new NeededFiles(
                    described,
                    Optional.of(NamedFiles.name(graph.get().path())),
                    graph.get().variant(),
                    List.of(),
                    reason(variant, graph.get(), here));
        }
        return new NeededFiles(
                described,
                Optional.empty(),
                variant == Variant.AUTO ? Variant.FP32.word() : variant.word(),
                source(names, model),
                "the model has no " + (variant == Variant.AUTO ? "graph" : "graph of the variant " + variant.word()));
    }

    /** All names, in the order in which they are wanted. */
    List<String> all() {
        List<String> all = new ArrayList<>(described);
        graph.ifPresent(all::add);
        all.addAll(source);
        return all;
    }

    /** The graph that another is made of, where it is not made of weights. */
    Optional<String> sourceGraph() {
        return source.stream().filter(name -> name.endsWith(".onnx")).findFirst();
    }

    private static Optional<GraphFile> graph(Collection<String> names, String model, Variant variant, CpuKind here) {
        return GraphFile.find(new NamedFiles(model, names), variant.word(), here);
    }

    private static String reason(Variant variant, GraphFile graph, CpuKind here) {
        if (variant != Variant.AUTO) {
            return "asked for";
        }
        if (graph.variant().equals(here.word()) && here != CpuKind.OTHER) {
            return "made for this processor (" + here.word() + ")";
        }
        if (graph.variant().equals(CpuKind.OTHER.word())) {
            return here == CpuKind.OTHER
                    ? "this processor has none of the extensions that quantised graphs are made for"
                    : "the model has no graph made for this processor (" + here.word() + ")";
        }
        return "the nearest to this processor (" + here.word() + ") that the model has";
    }

    private static HubException lacking(String model, String needed) {
        return new HubException.NotSupported(model + " has no " + needed
                + ", and without one it can't be used: choose another revision or model, or write one with the"
                + " Python library that made the model");
    }

    private static List<String> described(Collection<String> names, TokenizerForm tokenizer) {
        return names.stream()
                .filter(name -> ROOT.contains(name)
                        || tokenizer.files().contains(name)
                        || SENTENCE_CONFIG.matcher(name).matches()
                        || MODULE_CONFIG.matcher(name).matches()
                        || MODULE_WEIGHTS.matcher(name).matches() && !isReplaced(name, names))
                .toList();
    }

    /** Of two files with the same weights the one that can be read without running anything. */
    private static boolean isReplaced(String name, Collection<String> names) {
        return name.endsWith(PYTORCH) && names.contains(name.replace(PYTORCH, SAFETENSORS));
    }

    private static List<String> source(Collection<String> names, String model) {
        for (String whole : new String[] {SAFETENSORS, PYTORCH}) {
            if (names.contains(whole)) {
                return List.of(whole);
            }
            String index = whole + ".index.json";
            if (names.contains(index)) {
                Pattern shard = Pattern.compile(whole.replace(".", "-\\d{5}-of-\\d{5}."));
                List<String> all = new ArrayList<>(List.of(index));
                names.stream().filter(name -> shard.matcher(name).matches()).forEach(all::add);
                return all;
            }
        }
        Optional<GraphFile> plain = graph(names, model, Variant.FP32, CpuKind.OTHER);
        return plain.map(file -> List.of(NamedFiles.name(file.path())))
                .orElseThrow(() -> new HubException.NotSupported(
                        model + " has neither an ONNX graph nor weights in model.safetensors or pytorch_model.bin"));
    }
}
