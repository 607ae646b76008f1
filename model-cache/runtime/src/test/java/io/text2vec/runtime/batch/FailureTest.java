package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.runtime.recipe.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest extends SchedulerFixture {

    @Test
    void aFailingRunFailsOnlyWhatWasInIt() throws Exception {
        start(1, 8);
        var busy = occupy(1).getFirst();
        var a = submit("a:4");
        var b = submit("b:4");
        var other = submit("other:100");
        busy.end();
        runner.next().fail(new IllegalStateException("broken graph"));
        runner.next().end();
        for (var failed : List.of(a, b)) {
            assertFailure(failed)
                    .isInstanceOf(EmbedException.RuntimeFailed.class)
                    .hasMessage("Inference failed: java.lang.IllegalStateException: broken graph")
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(await(other).tokens()).isEqualTo(100);
        assertThat(scheduler.pending()).isZero();
    }

    @Test
    void aFailingSequenceWithdrawsTheRestOfItsText() throws Exception {
        start(1, 1);
        var text = submit("a:4x1000");
        runner.next().fail(new EmbedException.RuntimeFailed("no memory on the device", null));
        assertFailure(text).hasMessage("no memory on the device");
        submit("b");
        assertThat(runner.next().labels()).containsExactly("b/0");
    }

    @Test
    void aFailingTextWithdrawsTheRestOfItsRequest() throws Exception {
        start(1, 1);
        var all = submitAll("a", "b", "c");
        runner.next().fail(new IllegalStateException("broken graph"));
        assertFailure(all).isInstanceOf(EmbedException.RuntimeFailed.class);
        submit("d");
        assertThat(runner.next().labels()).containsExactly("d/0");
    }

    @Test
    void anErrorOfTheRunnerEndsNoThread() throws Exception {
        start(1, 1);
        var text = submit("a");
        runner.next().fail(new OutOfMemoryError("of this test"));
        assertFailure(text).isInstanceOf(EmbedException.RuntimeFailed.class).hasCauseInstanceOf(OutOfMemoryError.class);
        var next = submit("b");
        runner.next().end();
        await(next);
    }

    @Test
    void anErrorOfTheRecipeEndsNoThread() throws Exception {
        start(
                1,
                settings(1, ROOMY),
                new FakeRecipe(name -> {
                    if (name.equals("a")) {
                        throw new OutOfMemoryError("of this test");
                    }
                }),
                new EmbedObserver() {});
        runner.open();
        assertFailure(submit("a"))
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessage("Tokenising failed: java.lang.OutOfMemoryError: of this test");
        await(submit("b"));
    }

    @Test
    void whatTheRecipeRefusesIsRefusedInItsWords() throws Exception {
        start(
                1,
                settings(1, ROOMY),
                new FakeRecipe(_ -> {
                    throw new EmbedException.TooLong("5000 windows");
                }),
                new EmbedObserver() {});
        assertFailure(submit("a")).isInstanceOf(EmbedException.TooLong.class).hasMessage("5000 windows");
    }

    @Test
    void aPlanWithNothingToRunIsAFailure() throws Exception {
        start(1, settings(1, ROOMY), _ -> new Plan(List.of(), _ -> new float[1]), new EmbedObserver() {});
        assertFailure(submit("a")).isInstanceOf(EmbedException.RuntimeFailed.class);
    }

    @Test
    void aMissingVectorIsAFailure() throws Exception {
        start(1, 8);
        var text = submit("a:4,4");
        runner.next().result().complete(new float[][] {{1}});
        assertFailure(text)
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessageEndingWith("1 vectors for 2 sequences");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aVectorThatIsNotFiniteIsAFailure(float value) throws Exception {
        start(1, 1);
        var text = submit("a");
        runner.next().end(_ -> new float[] {1, value, 3});
        assertFailure(text)
                .isInstanceOf(EmbedException.RuntimeFailed.class)
                .hasMessage("The model gave a vector that is not finite: value 1 of 3 is " + value);
    }

    @Test
    void anObserverThatThrowsHarmsNobody() throws Exception {
        start(1, settings(1, ROOMY), new FakeRecipe(), new EmbedObserver() {
            @Override
            public void ran(int sequences, int tokens, int padding, long nanos) {
                throw new AssertionError("of this test");
            }
        });
        runner.open();
        await(submit("a"));
        await(submit("b"));
    }

    @Test
    void aCallerThatThrowsHarmsNobody() throws Exception {
        start(1, 1);
        var text = submit("a");
        text.thenAccept(_ -> {
            throw new AssertionError("of this test");
        });
        runner.next().end();
        var next = submit("b");
        runner.next().end();
        await(next);
    }
}
