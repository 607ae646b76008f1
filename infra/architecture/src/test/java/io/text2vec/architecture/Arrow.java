package io.text2vec.architecture;

/**
 * An arrow of the picture, from one module to another.
 *
 * @param dotted whether the one only finds the other at run time, and none of its classes names one of the other's
 */
record Arrow(String from, String to, boolean dotted) {
    static Arrow solid(String from, String to) {
        return new Arrow(from, to, false);
    }

    static Arrow dotted(String from, String to) {
        return new Arrow(from, to, true);
    }

    @Override
    public String toString() {
        return from + (dotted ? " -.-> " : " --> ") + to;
    }
}
