package io.dateline.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words whose full stop need not end a sentence, as English news writes them (after the AP Stylebook). */
final class Abbreviation {

    private static final Set<String> BEFORE_A_NAME = words("""
            mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj cpl pvt spc rev hon st ste mt ft
            messrs mme mlle pres supt det insp atty msgr bros vs v viz e.g i.e cf approx def asst dep dist
            """);

    private static final Set<String> BEFORE_A_NUMBER =
            words("no nos pp vol fig art sec ch jan feb mar apr jun jul aug sep sept oct nov dec rs");

    private static final Set<String> AFTER_A_NAME = words("""
            jr sr inc corp co cos ltd llc plc etc et.al ave blvd rd hwy bldg univ dept est ext mfg intl assn ala ariz ark
            calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
            wis wyo min max hrs lbs oz sq
            """);

    /** Words that begin a sentence and hardly ever a name. */
    private static final Set<String> SENTENCE_STARTERS = words("""
            the a an this that these those there he she it they we you i his her its their our my your who what when where why
            how which in on at by for from with without to of as if but and or so yet nor because since while after before
            although though during until under over between among about against according despite however meanwhile still
            then also now even only some many most all both each every no not one two three once while such other another
            additionally moreover instead later last earlier today yesterday read more is are was were do does did can could
            """);

    /** Initials that also stand at the end of a sentence. */
    private static final Set<String> PLACES_AND_DEGREES = words(
            "u.s u.s.a u.k u.n e.u d.c l.a n.y n.j n.c s.c n.d s.d n.m n.h r.i w.va p.r b.c u.a.e u.s.s.r ph.d m.d j.d b.a m.a b.s a.d b.c.e c.e");

    private static final Set<String> AFTER_A_CLOCK = words("""
            monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april
            may june july august september october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc
            eastern central mountain pacific cet cest local
            """);

    /** In characters; longer words are none. */
    private static final int LONGEST = 12;

    private static final Pattern INITIALS = Pattern.compile("(\\p{L}\\.)+\\p{L}|Ph\\.D");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}.].*", Pattern.DOTALL);

    private Abbreviation() {}

    /**
     * @param word before the full stop
     * @param following what comes after it, the first word being upper-case, a number or a quotation
     * @return null where it may be either
     */
    static @Nullable Boolean endsSentence(String word, String following) {
        String small = word.toLowerCase(Locale.ROOT);
        if (BEFORE_A_NAME.contains(small) && Character.isLetterOrDigit(following.codePointAt(0))) {
            return false;
        }
        if (BEFORE_A_NUMBER.contains(small)) {
            return !Character.isDigit(following.codePointAt(0));
        }
        if (small.equals("a.m") || small.equals("p.m")) {
            return !AFTER_A_CLOCK.contains(firstWord(following).replaceAll("\\.$", ""));
        }
        if (word.length() > LONGEST) {
            return true;
        }
        boolean initials = word.length() <= 2
                ? INITIAL.matcher(word).matches()
                : word.indexOf('.') >= 0 && INITIALS.matcher(word).matches();
        if (!initials && !AFTER_A_NAME.contains(small)) {
            return true;
        }
        if (SENTENCE_STARTERS.contains(firstWord(following))) {
            return true;
        }
        boolean ofAName = initials && !word.equals("I") && !PLACES_AND_DEGREES.contains(small);
        return ofAName ? (Boolean) false : null;
    }

    private static String firstWord(String following) {
        return NOT_A_WORD.matcher(following).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
