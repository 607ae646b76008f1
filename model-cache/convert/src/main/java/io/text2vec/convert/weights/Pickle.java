package io.text2vec.convert.weights;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads a pickled state dictionary, and nothing else. A pickle is a program that may call any function of Python; here it may
 * name only what {@link Global} lists, each of which makes one of our own records, and nothing is ever executed.
 */
/*
 * The opcodes are those that Python's pickle writes for dictionaries, lists, tuples, strings and numbers in the protocols 2
 * to 5 (docs.python.org/3/library/pickletools.html). Every other one is an error.
 */
final class Pickle {
    private static final Object MARK = new Object();

    private final ByteBuffer in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Map<String, Storage> storages = new HashMap<>();

    /**
     * What a pickle holds: dictionaries as {@link Map}, lists and tuples as {@link List}, integers as {@link Long} or, if they
     * don't fit, as {@link BigInteger}, tensors as {@link View}.
     *
     * @param storages all storages that it names, by their keys
     */
    record Content(Object value, Map<String, Storage> storages) {}

    /** What the persistent id of a storage says: where the numbers of a tensor are. */
    record Storage(Global type, String key, long count) {}

    /** A tensor as a view of a storage: {@code offset}, {@code shape} and {@code strides} count elements. */
    record View(Storage storage, long offset, List<Long> shape, List<Long> strides) {}

    private Pickle(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads one pickle, from the buffer's position to the pickle's end.
     *
     * @throws IllegalArgumentException if it names something that isn't admitted, or is no pickle
     */
    static Content read(ByteBuffer in) {
        try {
            Pickle pickle = new Pickle(in.order(ByteOrder.LITTLE_ENDIAN));
            return new Content(pickle.load(), pickle.storages);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NoSuchElementException | ClassCastException e) {
            throw new IllegalArgumentException("it is no pickle of a state dictionary, or is cut short", e);
        }
    }

    private Object load() {
        while (true) {
            int opcode = in.get() & 0xFF;
            switch (opcode) {
                case 0x80 -> in.get(); // PROTO
                case 0x95 -> in.getLong(); // FRAME
                case '.' -> { // STOP
                    return pop();
                }
                case '(' -> push(MARK);
                case 'N' -> push(None.NONE);
                case 0x88 -> push(true);
                case 0x89 -> push(false);
                case 'J' -> push((long) in.getInt());
                case 'K' -> push((long) (in.get() & 0xFF));
                case 'M' -> push((long) (in.getShort() & 0xFFFF));
                case 0x8A -> push(number(in.get() & 0xFF)); // LONG1
                case 'G' -> push(in.duplicate().order(ByteOrder.BIG_ENDIAN).getDouble(skip(Double.BYTES)));
                case 'X' -> push(text(in.getInt()));
                case 0x8C -> push(text(in.get() & 0xFF)); // SHORT_BINUNICODE
                case 0x8D -> push(text(Math.toIntExact(in.getLong()))); // BINUNICODE8
                case '}' -> push(new LinkedHashMap<Object, Object>());
                case ']' -> push(new ArrayList<Object>());
                case ')' -> push(List.of());
                case 't' -> push(List.copyOf(toMark()));
                case 0x85 -> push(List.of(pop()));
                case 0x86 -> push(tuple(2));
                case 0x87 -> push(tuple(3));
                case 'q' -> memo.put(in.get() & 0xFF, peek());
                case 'r' -> memo.put(in.getInt(), peek());
                case 0x94 -> memo.put(memo.size(), peek()); // MEMOIZE
                case 'h' -> push(remembered(in.get() & 0xFF));
                case 'j' -> push(remembered(in.getInt()));
                case 's' -> setItems(List.copyOf(tuple(2)));
                case 'u' -> setItems(toMark());
                case 'a' -> {
                    Object item = pop();
                    list(peek()).add(item);
                }
                case 'e' -> {
                    List<Object> items = toMark();
                    list(peek()).addAll(items);
                }
                case 'c' -> push(Global.of(line(), line()));
                case 0x93 -> { // STACK_GLOBAL
                    List<Object> names = tuple(2);
                    push(Global.of((String) names.get(0), (String) names.get(1)));
                }
                case 'Q' -> push(storage((List<?>) pop())); // BINPERSID
                case 'R' -> { // REDUCE
                    List<Object> call = tuple(2);
                    push(((Global) call.get(0)).make((List<?>) call.get(1)));
                }
                case 'b' -> pop(); // BUILD: attributes of a dictionary, which hold versions and no tensors
                default ->
                    throw new IllegalArgumentException("it holds the pickle opcode 0x" + Integer.toHexString(opcode)
                            + ", which no state dictionary needs");
            }
        }
    }

    /** A storage's persistent id: {@code ('storage', type, key, location, count)}, and before 1.6 a view of it. */
    private Storage storage(List<?> id) {
        if (!"storage".equals(id.getFirst())) {
            throw new IllegalArgumentException("it holds a persistent id of the kind " + id.getFirst());
        }
        Storage storage = new Storage((Global) id.get(1), (String) id.get(2), (Long) id.get(4));
        if (id.size() > 5 && id.get(5) != None.NONE) {
            throw new IllegalArgumentException("it holds views of storages, as PyTorch wrote before 1.0");
        }
        storages.put(storage.key(), storage);
        return storage;
    }

    private void setItems(List<Object> items) {
        Map<Object, Object> map = map(peek());
        for (int i = 0; i < items.size(); i += 2) {
            map.put(items.get(i), items.get(i + 1));
        }
    }

    private List<Object> toMark() {
        Deque<Object> items = new ArrayDeque<>();
        for (Object item = pop(); item != MARK; item = pop()) {
            items.addFirst(item);
        }
        return new ArrayList<>(items);
    }

    private List<Object> tuple(int size) {
        List<Object> tail = stack.subList(stack.size() - size, stack.size());
        List<Object> tuple = List.copyOf(tail);
        tail.clear();
        return tuple;
    }

    private Object remembered(int key) {
        Object value = memo.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it refers to a value that it has not made");
        }
        return value;
    }

    private Number number(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        for (int i = 0; i < length / 2; i++) {
            byte low = bytes[i];
            bytes[i] = bytes[length - 1 - i];
            bytes[length - 1 - i] = low;
        }
        BigInteger number = length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        int from = in.position();
        while (in.get() != '\n') {
            // to the end of the line
        }
        byte[] bytes = new byte[in.position() - 1 - from];
        in.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Steps over bytes and returns where they begin. */
    private int skip(int bytes) {
        int from = in.position();
        in.position(Math.addExact(from, Math.min(bytes, in.remaining())));
        return from;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        return stack.removeLast();
    }

    private Object peek() {
        return stack.getLast();
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> map(Object value) {
        return (Map<Object, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** Python's None. */
    private enum None {
        NONE
    }
}
