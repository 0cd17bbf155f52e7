package io.dateline.channel.access;

import io.dateline.channel.BadRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/session}: who the page is used by. It takes a token once and keeps it in a cookie that no script can read and no
 * other site can make the browser send.
 */
@RestController
@Tag(name = "Session", description = "Of the page; programs send their token with each call")
@ConditionalOnWebApplication
@RequestMapping("/api/session")
class SessionController {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Admission admission;

    SessionController(Admission admission) {
        this.admission = admission;
    }

    /**
     * @param access {@code none}, {@code token} or {@code oidc}
     * @param name null when it is not known who asks
     */
    record Session(String access, @Nullable String name) {}

    record SignIn(@Nullable String token) {}

    @Operation(summary = "Says who asks")
    @GetMapping
    Session session(HttpServletRequest request) {
        return new Session(
                admission.mode(), admission.sender(request).map(Person::name).orElse(null));
    }

    @Operation(summary = "Takes a token and sets a cookie")
    @PostMapping
    ResponseEntity<?> signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
        String token = signIn.token();
        if (token == null || !admission.mode().equals("token")) {
            throw new BadRequestException("'token' is missing, or this Dateline takes none.");
        }
        Person person = admission.holder(token.strip()).orElse(null);
        if (person == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNAUTHORIZED,
                            "This token is not known here; it was revoked, or it is misspelt."));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(token.strip(), KEPT, request))
                .body(new Session(admission.mode(), person.name()));
    }

    @Operation(summary = "Takes the cookie away")
    @DeleteMapping
    ResponseEntity<Map<String, String>> signOut(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                .build();
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(TokenAdmission.COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
